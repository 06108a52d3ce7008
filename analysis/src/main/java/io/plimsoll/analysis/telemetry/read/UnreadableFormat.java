package io.plimsoll.analysis.telemetry.read;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// Formats that are known and not read, with the command that makes one of them that is.
enum UnreadableFormat {
    /// A block of Prometheus' storage: `meta.json`, `index`, `chunks/`, `tombstones`.
    TSDB_BLOCK {
        @Override
        StepFailure failure(Path file) {
            Path folder = file.toAbsolutePath();
            for (int up = String.valueOf(folder.getParent()).endsWith("chunks") ? 3 : 2; up > 0; up--) {
                @Nullable
                Path parent = folder.getParent();
                folder = parent == null ? folder : parent;
            }
            return StepFailure.badInput("TSDB_BLOCK",
                    file + " is part of a block of Prometheus' storage, which is not read.",
                    "Let Prometheus' own tool write its samples out, then import those: promtool tsdb dump-openmetrics "
                            + folder + " > samples.om.txt");
        }
    },
    /// What `promtool tsdb dump --format=seriesjson` prints: names of series.
    SERIES_LIST {
        @Override
        StepFailure failure(Path file) {
            return StepFailure.badInput("NO_SAMPLES", file + " lists series and holds no samples of them.",
                    "Write the samples out: promtool tsdb dump-openmetrics DATA_FOLDER > samples.om.txt, without --format.");
        }
    },
    ORC {
        @Override
        StepFailure failure(Path file) {
            return StepFailure.badInput("ORC_FILE", file + " is an ORC file, which is not read.",
                    "Make Parquet of it, then import that: python3 -c \"import pyarrow.orc as o, pyarrow.parquet as p; "
                            + "p.write_table(o.read_table('" + file.getFileName() + "'), 'samples.parquet')\"");
        }
    };

    abstract StepFailure failure(Path file);

    static Optional<UnreadableFormat> of(byte[] head, String text) {
        if (head.length > 3 && head[0] == 'O' && head[1] == 'R' && head[2] == 'C' && (head[3] < ' ' || head[3] > '~')) {
            return Optional.of(ORC);
        }
        int magic = head.length < 4
                ? 0
                : (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
        boolean block = magic == 0xBAAAD700 || magic == 0x85BD40DD || magic == 0x0130BA30;
        if (text.matches("(?s)\\A\\{\"__name__\":\"[^\"]*\"[^{}]*\\}\\s*(?:\\R.*)?")) {
            return Optional.of(SERIES_LIST);
        }
        boolean meta = text.contains("\"ulid\"") && text.contains("\"minTime\"") && text.contains("\"compaction\"");
        return block || meta ? Optional.of(TSDB_BLOCK) : Optional.empty();
    }
}
