package io.plimsoll.app.screen.changes;

import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.change.HandOver;
import io.plimsoll.analysis.repository.Branch;
import io.plimsoll.analysis.repository.NetworkCommand;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// Shows the command that would open a connection, and runs it on a button: the only one in the window that leaves the machine.
final class NetworkSheet extends VBox {
    private NetworkSheet(ScreenContext context, String title, String hint, NetworkCommand command, String run,
            Runnable action) {
        setId("changes-network");
        Label words = new Label(hint);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        TextArea shown = new TextArea(command.shown());
        shown.setId("changes-network-command");
        shown.setEditable(false);
        shown.setWrapText(true);
        shown.setPrefRowCount(6);
        shown.getStyleClass().add("pl-code");
        Button go = new Button(run);
        go.setId("changes-network-run");
        go.getStyleClass().add("accent");
        go.setOnAction(event -> {
            context.closeAbove();
            action.run();
        });
        Button cancel = new Button(Messages.text("changes.networkCancel"));
        cancel.setId("changes-network-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> context.closeAbove());
        getStyleClass().add("pl-overlay");
        getChildren().add(new Card(title, command.address(), words, shown, new HBox(8, go, cancel)));
        setMinSize(0, 0);
        setMaxSize(640, USE_PREF_SIZE);
    }

    /// Plans the push of the branch that was committed to last, and shows it.
    static void push(ScreenContext context, Runnable done) {
        plan(context, "changes.pushPlanning", out -> out.pushCommand(null, null), command -> new NetworkSheet(context,
                Messages.text("changes.pushTitle", String.valueOf(command.branch())), Messages.text("changes.pushHint"),
                command,
                Messages.text("changes.pushRun", command.remote()), () -> run(context, command, done)));
    }

    private static void run(ScreenContext context, NetworkCommand command, Runnable done) {
        context.tasks().submit(Messages.text("changes.pushing"), (progress, cancellation) -> {
            context.workbench().changes().handOver().push(command, progress, cancellation);
            return true;
        }, pushed -> {
            context.notice(Messages.text("changes.pushed", String.valueOf(command.branch()), command.remote()));
            done.run();
        });
    }

    /// Plans a fetch, and shows it.
    static void fetch(ScreenContext context, Runnable done) {
        plan(context, "changes.fetchPlanning", out -> out.fetchCommand(null),
                command -> new NetworkSheet(context, Messages.text("changes.fetchTitle", command.remote()),
                        Messages.text("changes.fetchHint"), command,
                        Messages.text("changes.fetchRun", command.remote()), () -> bring(context, command, done)));
    }

    private static void bring(ScreenContext context, NetworkCommand command, Runnable done) {
        context.tasks().submit(Messages.text("changes.fetching"), (progress, cancellation) -> context.workbench()
                .changes().handOver().fetch(command, progress, cancellation), moved -> {
                    context.notice(moved.isEmpty()
                            ? Messages.text("changes.fetchedNone", command.remote())
                            : Messages.text("changes.fetched",
                                    String.join(", ", moved.stream().map(Branch::name).toList())));
                    done.run();
                });
    }

    private static void plan(ScreenContext context, String title, Function<HandOver, NetworkCommand> plan,
            Function<NetworkCommand, NetworkSheet> sheet) {
        context.tasks().submit(Messages.text(title),
                (progress, cancellation) -> plan.apply(context.workbench().changes().handOver()),
                command -> context.showAbove(sheet.apply(command)));
    }
}
