package io.plimsoll.app.command;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CommandsTest {
    private final Commands commands = new Commands();
    private final List<String> done = new ArrayList<>();

    private Command command(String id, String title) {
        return Command.of(id, title, () -> done.add(id));
    }

    private List<String> found(String query) {
        return commands.search(query).stream().map(Command::title).toList();
    }

    @Test
    void oneKeyAndOneIdMeanOneThing() {
        commands.add(command("file.open", "Open").withKey("Shortcut+O"));
        assertThatThrownBy(() -> commands.add(command("file.open", "Other")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commands.add(command("view.outline", "Outline").withKey("Shortcut+O")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> command("Open", "Open")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsDisabledDoesNotRun() {
        SimpleBooleanProperty open = new SimpleBooleanProperty(false);
        commands.add(command("file.close", "Close").enabledWhen(open));
        assertThat(commands.run("file.close")).isFalse();
        open.set(true);
        assertThat(commands.run("file.close")).isTrue();
        assertThat(done).containsExactly("file.close");
    }

    @Test
    void aFewLettersFindACommandByTheStartsOfItsWords() {
        commands.add(command("view.a", "Go to Anomalies"), command("view.r", "Go to Rightsizing"),
                command("file.g", "Import billing export"));
        assertThat(found("gtr")).containsExactly("Go to Rightsizing");
        assertThat(found("anom")).containsExactly("Go to Anomalies");
        assertThat(found("ibe")).containsExactly("Import billing export");
        assertThat(found("rghtsz")).containsExactly("Go to Rightsizing");
        assertThat(found("mport")).containsExactly("Import billing export");
        assertThat(found("ttt")).isEmpty();
        assertThat(found("xyz")).isEmpty();
        assertThat(found("")).hasSize(3);
    }

    @Test
    void aWholeWordBeatsScatteredLetters() {
        commands.add(command("view.a", "Save pictures quietly later"), command("view.b", "SQL console"));
        assertThat(found("sql").getFirst()).isEqualTo("SQL console");
    }

    @Test
    void whatWasUsedLatelyComesFirstAmongWhatFits() {
        commands.add(command("view.a", "Go to Anomalies"), command("view.b", "Go to Changes"),
                command("view.c", "Go to Drift"), command("file.o", "Open"));
        commands.run("view.c");
        commands.run("file.o");
        assertThat(found("go to")).first().isEqualTo("Go to Drift");
        assertThat(found("go to")).doesNotContain("Open");
    }

    @Test
    void sourcesAddWhatOneCanGoTo() {
        commands.addSource(query -> List.of(command("go.workload:feature-extraction", "feature-extraction")));
        commands.run(commands.search("feat").getFirst());
        assertThat(done).containsExactly("go.workload:feature-extraction");
    }

    @Test
    void listenersOfTheListOutliveAGarbageCollection() {
        commands.all().addListener((ListChangeListener<Command>) change -> done.add("heard"));
        System.gc();
        commands.add(command("file.open", "Open"));
        assertThat(done).containsExactly("heard");
    }

    @Test
    void keysAreWrittenAsUsersKnowThem() {
        assertThat(command("a.b", "x").withKey("Shortcut+Shift+K").keyText()).isEqualTo("Ctrl Shift K");
        assertThat(command("a.b", "x").keyText()).isEmpty();
    }
}
