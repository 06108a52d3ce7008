package io.plimsoll.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.FileLook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/// What is said of files before any is loaded, through the child that looks at them.
class ImportPreviewTest {
    @TempDir
    Path temporary;
    private Path folder;
    private Workbench workbench;

    @BeforeEach
    void open() throws IOException {
        folder = temporary.toRealPath();
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private ImportPreview look(Path... paths) {
        return workbench.imports().look(List.of(paths), Progress.NONE, Cancellation.never());
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theSampleCaseIsToldAndNothingChanges() throws IOException {
        Path samples = SampleCase.folder().toRealPath();
        write("case/README.md", "no data");
        Path empty = write("case/empty.csv", "");
        Path unknown = write("other.csv", "name,age\nAnn,4\n");
        Path labels = write("case/usage.csv", "time,metric,value,pod\n2026-09-01T00:00:00Z,cpu,1,a\n");
        Path twice = write("case/twice.csv", "time,metric,value,value\n2026-09-01T00:00:00Z,cpu,1,1\n");
        Map<String, Long> before = state();
        ImportPreview preview = look(samples.resolve("billing"), samples.resolve("telemetry"), folder.resolve("case"),
                unknown);
        assertThat(state()).isEqualTo(before);
        assertThat(workbench.billing().imports()).isEmpty();
        assertThat(workbench.telemetry().imports()).isEmpty();
        assertThat(preview.files()).filteredOn(each -> each.file().startsWith(samples.toString()))
                .extracting(FileLook::profile, FileLook::version, FileLook::loadable).contains(
                        tuple("focus", "1.2", true), tuple("prometheus", "", true), tuple("telemetry-csv", "", true))
                .hasSize(8);
        assertThat(preview.files()).filteredOn(each -> each.file().equals(labels.toString())).singleElement()
                .extracting(FileLook::profile, FileLook::columns).containsExactly("telemetry-csv", 4);
        assertThat(preview.files()).filteredOn(each -> !each.loadable())
                .extracting(FileLook::file, each -> each.refusal().code())
                .containsExactlyInAnyOrder(tuple(empty.toString(), "FILE_EMPTY"),
                        tuple(unknown.toString(), "UNKNOWN_FORMAT"), tuple(twice.toString(), "REPEATED_COLUMN"));
        assertThat(preview.skipped()).extracting(each -> each.getFileName().toString()).containsExactly("README.md");
        assertThat(preview.loadable()).hasSize(9).doesNotContain(empty, unknown, twice);
        Imports.Result loaded = workbench.imports().run(preview.loadable(), null, true, Progress.NONE,
                Cancellation.never());
        assertThat(loaded.billing().files()).hasSize(4);
        assertThat(loaded.telemetry().files()).hasSize(5);
    }

    @Test
    void theManifestsOfWholeDeliveriesAreLoadedWithTheirFiles() {
        FileLook.Refusal refusal = new FileLook.Refusal("FILE_EMPTY", "Empty.", "Export it again.");
        ImportPreview preview = new ImportPreview(List.of(
                new FileLook("/a/1.csv", "cur", "", 1, 3, List.of(), "/a/manifest.json", null),
                new FileLook("/a/2.csv", "cur", "", 1, 3, List.of(), "/a/manifest.json", null),
                new FileLook("/b/1.csv", "", "", 0, 0, List.of(), "/b/manifest.json", refusal)), List.of(), List.of());
        assertThat(preview.loadable()).containsExactly(Path.of("/a/1.csv"), Path.of("/a/manifest.json"),
                Path.of("/a/2.csv"));
    }

    @Test
    void aFolderWithoutDataIsRefusedAsAnImportRefusesIt() throws IOException {
        write("case/README.md", "no data");
        assertThatThrownBy(() -> look(folder.resolve("case"))).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("NOTHING_TO_IMPORT"));
    }

    @Test
    void aLookCanBeCancelled() throws IOException {
        Path file = write("a.csv", "name,age\n");
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> workbench.imports().look(List.of(file), Progress.NONE, cancellation))
                .isInstanceOf(CancelledException.class);
    }

    /// Every file of the workspace with its size.
    private Map<String, Long> state() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder.resolve("workspace"))) {
            all.forEach(each -> files.put(each.toString(), Files.isDirectory(each) ? 0 : each.toFile().length()));
        }
        return files;
    }
}
