package io.plimsoll.analysis;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/// The walls inside the analysis module, each with the reason that a newcomer can learn from.
class ArchitectureTest {
    private static final String ROOT = "io.plimsoll.analysis";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    /// Lowest first. A step may use the steps before it; packages on one step don't see each other.
    private static final List<List<String>> STEPS = List.of(List.of("unit"), List.of("param", "task", "series"),
            List.of("store"),
            List.of("workspace"), List.of("conformance"), List.of("billing", "telemetry", "manifest", "repository"),
            List.of("workload"), List.of("quality"),
            List.of("anomaly", "forecast", "rightsizing", "tiering", "commitment"), List.of("allocation"),
            List.of("observability"),
            List.of("change", "governance"),
            List.of("scenario"), List.of("report"));

    @Test
    void importsRunOneWay() {
        List<String> above = new ArrayList<>(List.of(ROOT, ROOT + ".cli.."));
        for (int step = STEPS.size() - 1; step >= 0; step--) {
            for (String area : STEPS.get(step)) {
                List<String> forbidden = new ArrayList<>(above);
                boolean base = step <= 1;
                STEPS.get(step).stream().filter(other -> !base && !other.equals(area))
                        .forEach(other -> forbidden.add(ROOT + "." + other + ".."));
                check(noClasses().that().resideInAPackage(ROOT + "." + area + "..").should().dependOnClassesThat()
                        .resideInAnyPackage(forbidden.toArray(String[]::new)).allowEmptyShould(true)
                        .because(
                                "an area builds only on the steps below it, so that each can be understood and tested alone"));
            }
            STEPS.get(step).forEach(area -> above.add(ROOT + "." + area + ".."));
        }
    }

    @Test
    void areasFormNoCycle() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles()
                .because("two areas that need each other are one area with a bad name"));
    }

    /// A package and its sub-packages may name each other, as an area's records stand in its root; single classes may not.
    @Test
    void noClassesOfTwoPackagesNeedEachOther() {
        assertThat(ClassCircles.acrossPackages(CODE))
                .as("classes that need each other are read together, so they stand in one package").isEmpty();
    }

    @Test
    void onlyTheStoreTouchesTheEngine() {
        check(noClasses().that().resideOutsideOfPackage(ROOT + ".store..").should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.duckdb..")
                .because(
                        "the lock-down of the engine lives in one connection factory; a second way in would be without it"));
    }

    @Test
    void onlyTheRepositoryTouchesGit() {
        check(noClasses().that().resideOutsideOfPackage(ROOT + ".repository..").should().dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jgit..").because(
                        "JGit starts hooks and filters of a clone unless it is opened with our file system object, which is done there"));
    }

    @Test
    void programsAreStartedInTwoPlacesOnly() {
        check(noClasses().that().resideOutsideOfPackages(ROOT + ".workspace..", ROOT + ".repository.network..").should()
                .callMethod(ProcessBuilder.class, "start").orShould().callMethod(Runtime.class, "exec", String[].class)
                .because("a program is either our own staging child or the user's git, after its command was shown"));
    }

    @Test
    void theCommandLineUsesServicesOnly() {
        check(noClasses().that().resideInAPackage(ROOT + ".cli..").should().dependOnClassesThat()
                .resideInAPackage(ROOT + ".store..")
                .because("a command shows what a service says; SQL in a command would be a second truth"));
    }

    @Test
    void nothingHereKnowsAWindow() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("the same engine serves the command line on machines without a display"));
    }

    @Test
    void moneyIsNeverPrintedFromADouble() {
        check(classes().that().resideInAPackage(ROOT + ".unit..").and().haveSimpleName("Money").should()
                .onlyDependOnClassesThat().resideInAnyPackage("java..", ROOT + ".unit..")
                .because("money is a decimal and a currency, and nothing else"));
    }

    @Test
    void standardStreamsBelongToTheCommandLine() {
        check(noClasses().that().resideOutsideOfPackage(ROOT + ".cli..").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").allowEmptyShould(true)
                .because("with --json standard output holds one document and nothing else"));
    }

    private static void check(ArchRule rule) {
        rule.check(CODE);
    }
}
