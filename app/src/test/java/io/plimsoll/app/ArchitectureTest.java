package io.plimsoll.app;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.application.Platform;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// The walls inside the window, each with the reason that a newcomer can learn from.
class ArchitectureTest {
    private static final String ROOT = "io.plimsoll.app";
    private static final Pattern TESTS = Pattern.compile(".*(Test|Gallery|Screenshots|CloneWatch)(\\$.*)?\\.class");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.matches(TESTS)).importPackages(ROOT);

    /// Lowest first; a package may use those before it.
    private static final List<String> STEPS = List.of("text", "theme", "task", "session", "command", "chart", "control",
            "shell", "screen");

    @Test
    void importsRunOneWay() {
        for (int step = 0; step < STEPS.size(); step++) {
            List<String> above = new ArrayList<>();
            STEPS.subList(step + 1, STEPS.size()).forEach(each -> above.add(ROOT + "." + each + ".."));
            above.add(ROOT);
            noClasses().that().resideInAPackage(ROOT + "." + STEPS.get(step) + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(above.toArray(String[]::new)).allowEmptyShould(true)
                    .because("a control must not know a screen, or no other screen can use it").check(CODE);
        }
    }

    @Test
    void onlyTasksReachForTheWindowsThread() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".task..").should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because(
                        "work, progress and cancelling go through one door, where floods are folded and stale answers dropped")
                .check(CODE);
    }

    @Test
    void onlyTasksOwnThreads() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".task..").should().dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ExecutorService").orShould().dependOnClassesThat()
                .haveFullyQualifiedName("javafx.concurrent.Task")
                .because("a thread of a screen's own can be neither seen nor cancelled by the user").check(CODE);
    }

    @Test
    void theWindowComputesNothing() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.duckdb..",
                "org.eclipse.jgit..", "io.plimsoll.analysis.store..")
                .because("the command line must give the same answer as the window").check(CODE);
    }

    @Test
    void viewsAreWrittenInJava() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx.fxml..", "java.awt..", "javax.swing..",
                "javafx.scene.chart..")
                .because(
                        "FXML is slow to load and hides errors until run time, AWT needs a display, and the built-in charts choke on long series")
                .check(CODE);
    }
}
