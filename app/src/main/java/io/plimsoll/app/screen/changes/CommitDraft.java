package io.plimsoll.app.screen.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import io.plimsoll.analysis.change.CommitWish;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.repository.Passphrase;
import io.plimsoll.analysis.repository.SignWish;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// What the user is about to say about a commit, whether it would be made so, and the message that it would get. On the FX thread.
final class CommitDraft {
    private final ScreenContext context;
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final StringProperty branch = new SimpleStringProperty(this, "branch", "");
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private final BooleanProperty signOff = new SimpleBooleanProperty(this, "signOff");
    private final BooleanProperty sign = new SimpleBooleanProperty(this, "sign");
    private final BooleanProperty perWorkload = new SimpleBooleanProperty(this, "perWorkload");
    private final BooleanProperty passphraseWanted = new SimpleBooleanProperty(this, "passphraseWanted");
    private final StringProperty passphrase = new SimpleStringProperty(this, "passphrase", "");
    private final Map<String, String> overrides = new TreeMap<>();
    private ChangesState state = ChangesState.none(true);
    private String proposedBranch = "";

    CommitDraft(ScreenContext context) {
        this.context = context;
        branch.addListener((property, before, now) -> judge());
        words.addListener((property, before, now) -> compose());
        signOff.addListener((property, before, now) -> compose());
        perWorkload.addListener((property, before, now) -> compose());
        sign.addListener((property, before, now) -> passphrase.set(""));
    }

    /// Whether a commit would be made.
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /// The whole message that the commit would get.
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    StringProperty branchProperty() {
        return branch;
    }

    /// The user's own words for the message; empty for those made from the change.
    StringProperty wordsProperty() {
        return words;
    }

    BooleanProperty signOffProperty() {
        return signOff;
    }

    /// With the SSH key of Git's configuration.
    BooleanProperty signProperty() {
        return sign;
    }

    /// One commit for each workload instead of one for all.
    BooleanProperty perWorkloadProperty() {
        return perWorkload;
    }

    /// Whether the key turned out to have a passphrase.
    BooleanProperty passphraseWantedProperty() {
        return passphraseWanted;
    }

    /// Forgotten with the next commit.
    StringProperty passphraseProperty() {
        return passphrase;
    }

    /// Guard to reason.
    Map<String, String> overrides() {
        return Map.copyOf(overrides);
    }

    /// Overrules a guard; an empty reason takes that back.
    void override(String rule, String reason) {
        if (reason.isBlank()) {
            overrides.remove(rule);
        } else {
            overrides.put(rule, reason.strip());
        }
        compose();
        judge();
    }

    boolean isOverridden(GuardResult result) {
        return overrides.containsKey(result.rule());
    }

    /// A branch of the user's own stays when the set grows.
    void follow(ChangesState found) {
        state = found;
        if (branch.get().isBlank() || branch.get().equals(proposedBranch)) {
            proposedBranch = found.branch();
            branch.set(found.branch());
        }
        compose();
        judge();
    }

    CommitWish wish() {
        String own = words.get().strip();
        CommitWish wish = CommitWish.of(branch.get().strip(), own.isEmpty() ? Optional.empty() : Optional.of(own),
                overrides, state.saving(), signOff.get());
        CommitWish split = perWorkload.get() ? wish.split() : wish;
        return sign.get() ? split.signed(signature()) : split;
    }

    private SignWish signature() {
        String known = passphrase.get();
        return SignWish.configured(known.isEmpty() ? Passphrase.NONE : key -> known.toCharArray());
    }

    /// A key that wants a passphrase gets a field for it.
    void failed(Throwable thrown) {
        if (thrown instanceof StepFailure failure && failure.code().startsWith("SIGN_PASSPHRASE")) {
            passphrase.set("");
            passphraseWanted.set(true);
        }
    }

    /// After a commit the next one starts empty.
    void clear() {
        overrides.clear();
        words.set("");
        branch.set("");
        passphrase.set("");
        passphraseWanted.set(false);
    }

    private void compose() {
        Preview preview = state.preview();
        CommitWish wish = wish();
        context.tasks().latest(List.of(this, "message"), Messages.text("changes.composing"),
                (progress, cancellation) -> preview == null
                        ? ""
                        : context.workbench().changes().message(preview, wish),
                message::set);
    }

    private void judge() {
        Preview preview = state.preview();
        ready.set(preview != null && !branch.get().isBlank()
                && preview.guards().stream().filter(GuardResult::blocks).allMatch(this::isOverridden));
    }
}
