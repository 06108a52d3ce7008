package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;

/// The Turing change point data set, one setting, beside the defaults of PELT and binary segmentation on the same files.
final class TuringChanges implements Published {
    private record Measures(double cover, double f1) {}

    @Override
    public String title() {
        return "change points";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Measures ours = measures(PlainFiles::changes);
        Measures pelt = measures(file -> DefaultSegmentation.pelt(values(file)));
        Measures binary = measures(file -> DefaultSegmentation.binary(values(file)));
        return List.of(
                Score.plain("covering", ours.cover(), 3).atLeast(Math.nextUp(Math.max(pelt.cover(), binary.cover()))),
                Score.plain("covering of PELT on the same files", pelt.cover(), 3),
                Score.plain("covering of binary segmentation on the same files", binary.cover(), 3),
                Score.plain("F1", ours.f1(), 3).atLeast(Math.nextUp(Math.max(pelt.f1(), binary.f1()))),
                Score.plain("F1 of PELT on the same files", pelt.f1(), 3),
                Score.plain("F1 of binary segmentation on the same files", binary.f1(), 3));
    }

    private static Measures measures(Function<Path, int[]> finder) throws IOException {
        Path folder = SharedData.path("bench/changepoints");
        JsonNode annotations = JsonMapper.shared().readTree(folder.resolve("annotations.json").toFile());
        List<Measures> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")
                    && !each.endsWith("annotations.json")).sorted().toList()) {
                List<int[]> said = annotations.path(file.getFileName().toString().replace(".json", ""))
                        .propertyStream().map(each -> StreamSupport.stream(each.getValue().spliterator(), false)
                                .mapToInt(JsonNode::intValue).toArray())
                        .toList();
                int[] found = finder.apply(file);
                all.add(new Measures(CoveringScore.cover(said, found, raw(file).size()),
                        CoveringScore.f1(said, found)));
            }
        }
        return new Measures(all.stream().mapToDouble(Measures::cover).average().orElseThrow(),
                all.stream().mapToDouble(Measures::f1).average().orElseThrow());
    }

    private static JsonNode raw(Path file) {
        return JsonMapper.shared().readTree(file.toFile()).path("series").path(0).path("raw");
    }

    /// The defaults look at one series.
    private static double[] values(Path file) {
        return DefaultSegmentation.standard(StreamSupport.stream(raw(file).spliterator(), false)
                .mapToDouble(JsonNode::doubleValue).toArray());
    }
}
