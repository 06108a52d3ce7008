package io.plimsoll.analysis.billing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import io.airlift.compress.zstd.ZstdOutputStream;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

/// Every format that an import takes, each with a small sound file to damage.
enum FuzzFormat {
    FOCUS_CSV(Packing.NONE, FuzzSeeds.FOCUS), FOCUS_GZIP(Packing.GZIP, FuzzSeeds.FOCUS),
    FOCUS_ZSTD(Packing.ZSTD, FuzzSeeds.FOCUS), FOCUS_PARQUET(Packing.PARQUET, FuzzSeeds.FOCUS),
    CUR_LEGACY(Packing.NONE, FuzzSeeds.CUR_LEGACY), CUR_2(Packing.NONE, FuzzSeeds.CUR_2),
    CUR_2_PARQUET(Packing.PARQUET, FuzzSeeds.CUR_2), AZURE_EA(Packing.NONE, FuzzSeeds.AZURE_EA),
    AZURE_MCA(Packing.NONE, FuzzSeeds.AZURE_MCA), GCP_JSON(Packing.NONE, FuzzSeeds.GCP_JSON),
    GCP_CSV(Packing.NONE, FuzzSeeds.GCP_CSV), GCP_PARQUET(Packing.PARQUET, FuzzSeeds.GCP_JSON),
    OCI(Packing.NONE, FuzzSeeds.OCI), OPENCOST(Packing.NONE, FuzzSeeds.OPENCOST),
    KUBECOST(Packing.NONE, FuzzSeeds.KUBECOST), INVOICE_DETAIL(Packing.NONE, FuzzSeeds.INVOICE_DETAIL),
    BILLING_PERIOD(Packing.NONE, FuzzSeeds.BILLING_PERIOD), CONTRACT(Packing.NONE, FuzzSeeds.CONTRACT),
    INVOICES(Packing.NONE, FuzzSeeds.INVOICES), RATES(Packing.NONE, FuzzSeeds.RATES);

    /// What is around the text.
    enum Packing {
        NONE, GZIP, ZSTD, PARQUET
    }

    final Packing packing;
    private final String text;

    FuzzFormat(Packing packing, String text) {
        this.packing = packing;
        this.text = text;
    }

    boolean isJson() {
        return text.startsWith("{");
    }

    boolean isDataset() {
        return ordinal() >= INVOICE_DETAIL.ordinal();
    }

    /// Whether a check sum covers the content.
    boolean isChecked() {
        return packing == Packing.GZIP || packing == Packing.ZSTD;
    }

    byte[] text() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The sound file.
    byte[] whole(Path scratch) {
        return packing == Packing.PARQUET ? parquet(scratch) : packed(text());
    }

    byte[] packed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = switch (packing) {
            case GZIP -> new GZIPOutputStream(bytes);
            case ZSTD -> new ZstdOutputStream(bytes);
            case NONE, PARQUET -> bytes;
        }) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Typed as the engine guesses, several row groups, dictionaries and plain pages.
    private byte[] parquet(Path scratch) {
        Path in = scratch.resolve(name() + (isJson() ? ".jsonl" : ".csv"));
        Path out = scratch.resolve(name() + ".parquet");
        try (Database engine = Database.open(DatabaseConfig.inMemory(scratch.resolve("tmp"), 200_000_000))) {
            Files.write(in, text());
            String read = isJson() ? "read_json(" : "read_csv(";
            engine.execute(Sql.of("COPY (SELECT * FROM " + read + Sql.literal(in.toString()) + ")) TO "
                    + Sql.literal(out.toString()) + " (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 2048)"),
                    Cancellation.never());
            return Files.readAllBytes(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
