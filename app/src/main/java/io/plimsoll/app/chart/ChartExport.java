package io.plimsoll.app.chart;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// Saves a chart as a picture or as numbers.
public final class ChartExport {
    private final Tasks tasks;

    public ChartExport(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Gives `chart` a context menu that saves it.
    public void offer(ChartView chart) {
        offer(chart, path -> csv(chart, path));
    }

    /// As above, for a chart whose numbers are kept more exactly elsewhere.
    ///
    /// @param numbers writes them to the file, in the background
    public void offer(ChartView chart, Consumer<Path> numbers) {
        MenuItem png = new MenuItem(Messages.text("chart.savePng"));
        png.setOnAction(event -> ask(chart, "png", path -> png(chart, path)));
        MenuItem csv = new MenuItem(Messages.text("chart.saveCsv"));
        csv.setOnAction(event -> ask(chart, "csv", numbers));
        ContextMenu menu = new ContextMenu(png, csv);
        chart.setOnContextMenuRequested(event -> menu.show(chart, event.getScreenX(), event.getScreenY()));
    }

    /// Writes the picture in the background, at twice its size.
    public void png(ChartView chart, Path file) {
        WritableImage picture = chart.picture();
        save(file, out -> Png.write(picture, out));
    }

    /// Writes the numbers in the background.
    public void csv(ChartView chart, Path file) {
        ChartSpec spec = chart.spec();
        save(file, out -> out.write(ChartCsv.of(spec).getBytes(StandardCharsets.UTF_8)));
    }

    private void save(Path file, Writing writing) {
        tasks.submit(Messages.text("chart.saving", file.getFileName()), (progress, cancellation) -> {
            try {
                write(file, writing);
            } catch (IOException e) {
                throw StepFailure.machine("CHART_NOT_SAVED", "The chart could not be written to " + file + ".",
                        "Choose a folder that you may write to, with room on its disk.", e);
            }
            return file;
        }, saved -> {});
    }

    /// Beside it first, so that a full disk leaves the older file as it was.
    private static void write(Path file, Writing writing) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "chart", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                writing.to(out);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void ask(ChartView chart, String extension, Consumer<Path> then) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(chart.spec().title().replaceAll("[^\\p{L}\\p{N}]+", "-") + "." + extension);
        File file = chooser.showSaveDialog(chart.getScene().getWindow());
        if (file != null) {
            then.accept(file.toPath());
        }
    }

    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
