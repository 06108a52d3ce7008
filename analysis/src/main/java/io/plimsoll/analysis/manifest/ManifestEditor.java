package io.plimsoll.analysis.manifest;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.edit.EditStep;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.edit.ListGrowth;
import io.plimsoll.analysis.manifest.edit.ListItems;
import io.plimsoll.analysis.manifest.edit.NewItems;
import io.plimsoll.analysis.manifest.edit.Target;
import io.plimsoll.analysis.manifest.edit.TargetResolver;
import io.plimsoll.analysis.manifest.edit.Trailing;
import io.plimsoll.analysis.manifest.terraform.TerraformEditor;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.task.StepFailure;

/// Changes single values of a manifest and nothing else, by splicing text; never writes YAML from a tree.
///
/// The result is parsed again and compared with what was there: every value, style, anchor, tag and document start must
/// be equal except at the targets, and all bytes outside the spliced spans must be the file's own. Anything that can't be
/// proven, or whose effect would reach further than the path says, is refused with a `Refusal`. Pure, safe from any thread.
public final class ManifestEditor {
    /// Files of more bytes are refused before they are parsed.
    public static final int LARGEST = ManifestText.LARGEST;

    private ManifestEditor() {
    }

    /// All edits or none.
    ///
    /// @param file    the name for messages
    /// @param content the file's bytes
    /// @throws StepFailure a `Refusal`, or SAME_PLACE when two edits meet
    public static EditedManifest apply(String file, byte[] content, List<Edit> edits) {
        return apply(file, content, edits, Sharing.REFUSE);
    }

    /// As above, for values that anchors share.
    ///
    /// @throws StepFailure a `Refusal`, or SAME_PLACE when two edits meet
    public static EditedManifest apply(String file, byte[] content, List<Edit> edits, Sharing sharing) {
        if (TerraformEditor.takes(file)) {
            return TerraformEditor.apply(file, content, edits);
        }
        List<@Nullable String> before = new ArrayList<>();
        List<@Nullable ManifestPath> added = new ArrayList<>();
        List<Edit> missing = new ArrayList<>();
        Layer original = Layer.file(file, content);
        EditStep replacing = new EditStep(original);
        for (Edit edit : edits) {
            if (!edit.item().isEmpty()) {
                before.add(null);
                added.add(null);
                continue;
            }
            Target target = TargetResolver.resolve(original, edit.document(), edit.path(), sharing);
            before.add(target.exists() ? current(edit, target) : null);
            added.add(target.exists() ? null : topmost(edit.path(), target));
            if (target.exists()) {
                replacing.set(target, edit.newValue());
            } else {
                missing.add(absent(edit, original));
            }
        }
        byte[] edited = replacing.done();
        for (Edit edit : missing) {
            edited = inserted(file, edited, edit, sharing);
        }
        NewItems items = new NewItems(file);
        List<Edit> placed = new ArrayList<>(edits);
        for (int i = 0; i < edits.size(); i++) {
            if (!edits.get(i).item().isEmpty()) {
                NewItems.Placed item = items.place(edited, absent(edits.get(i), original));
                edited = filled(file, item);
                placed.set(i, item.edit());
                added.set(i, item.added());
            }
        }
        return new EditedManifest(edited, applied(Layer.file(file, edited), placed, before, added, sharing));
    }

    /// An item may hold a pair of quotes for the value.
    private static byte[] filled(String file, NewItems.Placed item) {
        Edit edit = item.edit();
        Layer layer = Layer.file(file, item.content());
        Target target = TargetResolver.resolve(layer, edit.document(), edit.path());
        if (target.exists() && EditStep.replaceable(target).value().isEmpty()) {
            EditStep step = new EditStep(layer);
            step.set(target, edit.newValue());
            return step.done();
        }
        return inserted(file, item.content(), edit, Sharing.REFUSE);
    }

    /// The decoded text at a path; `null` when the path is missing below an existing mapping.
    ///
    /// @throws StepFailure a `Refusal`, as an edit of that path would
    public static @Nullable String value(String file, byte[] content, int document, ManifestPath path) {
        if (TerraformEditor.takes(file)) {
            return TerraformEditor.value(file, content, document, path);
        }
        Layer layer = Layer.file(file, content);
        Target target = TargetResolver.resolve(layer, document, path);
        return target.exists() ? EditStep.replaceable(target).value() : null;
    }

    /// Whether a path leads to anything, be it a value, a mapping or a list.
    public static boolean exists(String file, byte[] content, int document, ManifestPath path) {
        try {
            return TargetResolver.resolve(Layer.file(file, content), document, path).exists();
        } catch (StepFailure refused) {
            return !refused.code().equals(Refusal.NO_SUCH_PATH.name());
        }
    }

    /// The decoded text at an edit's place; of one with a new list item its new value if the very same item is there already, else
    /// `null`.
    ///
    /// @throws StepFailure a `Refusal`, as the edit would
    public static @Nullable String value(String file, byte[] content, Edit edit) {
        return edit.item().isEmpty()
                ? value(file, content, edit.document(), edit.path())
                : ListItems.holds(file, content, apply(file, content, List.of(edit)))
                        ? edit.newValue()
                        : null;
    }

    /// The edit that puts `wanted` at a path in the author's unit: `777Mi` for a Spark job whose author wrote `8g` is `777m`.
    /// Expects the value that stands there now.
    ///
    /// @param wanted of the place's own grammar, or a Kubernetes quantity
    /// @throws StepFailure a `Refusal`, or UNIT
    public static Edit proposed(String file, byte[] content, int document, ManifestPath path, String wanted) {
        return proposed(file, content, document, path, wanted, Sharing.REFUSE);
    }

    /// As above, for a value that an anchor shares.
    ///
    /// @throws StepFailure a `Refusal`, or UNIT
    public static Edit proposed(String file, byte[] content, int document, ManifestPath path, String wanted,
            Sharing sharing) {
        if (TerraformEditor.takes(file)) {
            String present = TerraformEditor.value(file, content, document, path);
            UnitGrammar unit = Knobs.at(file, content, document, path).map(Knob::unit).orElse(UnitGrammar.TEXT);
            return new Edit(document, path, present, unit.write(present, wanted));
        }
        Target target = TargetResolver.resolve(Layer.file(file, content), document, path, sharing);
        if (!target.exists()) {
            return new Edit(document, path, null, Knobs.grammar(target.kind(), path, "").write("", wanted));
        }
        String present = EditStep.replaceable(target).value();
        UnitGrammar unit = sharing == Sharing.REFUSE
                ? Knobs.at(file, content, document, path).map(Knob::unit)
                        .orElseGet(() -> Knobs.grammar(target.kind(), path, present))
                : Knobs.grammar(target.kind(), path, present);
        return new Edit(document, path, present, unit.write(present, wanted));
    }

    private static ManifestPath topmost(ManifestPath path, Target target) {
        int existing = path.steps().size() - target.missing().size();
        return new ManifestPath(path.steps().subList(0, existing + 1));
    }

    /// Takes back a key that an edit added: the inverse of an insertion, byte for byte where the mapping had other keys.
    /// A mapping that is left without keys becomes `{}`.
    ///
    /// @param path  of the value, or of the topmost key that was added with it
    /// @param value what must still stand there
    /// @return the file's bytes, proven to differ in nothing else
    /// @throws StepFailure a `Refusal`; STALE_OLD_VALUE also when something was written beside the value since
    public static byte[] withdraw(String file, byte[] content, int document, ManifestPath path, String value) {
        if (TerraformEditor.takes(file)) {
            throw Refusal.NO_SUCH_PATH.because(file + ": attributes of Terraform's files are not taken out.");
        }
        Layer layer = Layer.file(file, content);
        EditStep step = new EditStep(layer);
        step.remove(TargetResolver.resolve(layer, document, path), path, value);
        return step.done();
    }

    /// Appends an item to a list in block style; a list that is missing is added at the end of its mapping.
    ///
    /// @param list to the list
    /// @param item lines of YAML, indented as if they stood alone
    /// @return the file's bytes, proven to differ in nothing else
    /// @throws StepFailure a `Refusal`
    public static byte[] append(String file, byte[] content, int document, ManifestPath list, List<String> item) {
        return ListGrowth.append(file, content, document, list, item);
    }

    /// Takes back an item that an edit added to a list: the inverse of an appended one, byte for byte. A list that is left without
    /// items goes with its key.
    ///
    /// @param item  to the item, in `made`
    /// @param made  the file's bytes as the edit left them
    /// @return the file's bytes, proven to differ in nothing else
    /// @throws StepFailure a `Refusal`; STALE_OLD_VALUE also when the item is not there as it was made
    public static byte[] withdrawItem(String file, byte[] content, int document, ManifestPath item, byte[] made) {
        return ListItems.withdrawn(file, content, document, item, made);
    }

    private static String current(Edit edit, Target target) {
        String value = EditStep.replaceable(target).value();
        if (edit.oldValue() != null && !edit.oldValue().equals(value)) {
            throw Refusal.STALE_OLD_VALUE.because(target.layer().place(target.node().start()) + ": " + edit.path()
                    + " is " + value + " now, not " + edit.oldValue() + ".");
        }
        return value;
    }

    private static Edit absent(Edit edit, Layer layer) {
        if (edit.oldValue() != null) {
            throw Refusal.STALE_OLD_VALUE.because(layer.text().file() + ": " + edit.path() + " does not exist, it was "
                    + edit.oldValue() + " when the change was proposed.");
        }
        return edit;
    }

    private static byte[] inserted(String file, byte[] content, Edit edit, Sharing sharing) {
        Layer layer = Layer.file(file, content);
        Target target = TargetResolver.resolve(layer, edit.document(), edit.path(), sharing);
        if (target.exists()) {
            throw StepFailure.wrongUsage("SAME_PLACE", file + ": two edits add " + edit.path() + ".",
                    "Leave one of them out.");
        }
        EditStep step = new EditStep(layer);
        step.insert(target, edit.newValue());
        return step.done();
    }

    private static List<AppliedEdit> applied(Layer edited, List<Edit> edits, List<@Nullable String> before,
            List<@Nullable ManifestPath> added, Sharing sharing) {
        List<AppliedEdit> applied = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            Edit edit = edits.get(i);
            Target target = TargetResolver.resolve(edited, edit.document(), edit.path(), sharing);
            if (!(target.exists() && target.node() instanceof YamlNode.Scalar scalar
                    && scalar.value().equals(edit.newValue()))) {
                throw Refusal.PROOF_FAILED.because(
                        edited.text().file() + ": " + edit.path() + " does not lead to the new value afterwards.");
            }
            applied.add(new AppliedEdit(edit, before.get(i), scalar.value(), Trailing.line(target), added.get(i),
                    before.get(i) == null ? null : Trailing.comment(target)));
        }
        return applied;
    }
}
