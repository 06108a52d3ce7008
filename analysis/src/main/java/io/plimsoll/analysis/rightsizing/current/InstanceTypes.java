package io.plimsoll.analysis.rightsizing.current;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.unit.Money;

/// The instance types that ship with the program: `instance-types.csv`, described in `docs/formats.md`.
public final class InstanceTypes {
    private static final List<VmType> ALL = read();

    private InstanceTypes() {
    }

    public static List<VmType> all() {
        return ALL;
    }

    /// @param skuDetails FOCUS `SkuPriceDetails`
    public static Optional<VmType> of(String skuDetails) {
        String name = name(skuDetails);
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// The property `InstanceType`; empty if there is none.
    public static String name(String skuDetails) {
        try {
            return skuDetails.isBlank()
                    ? ""
                    : JsonMapper.shared().readTree(skuDetails).path("InstanceType").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    private static List<VmType> read() {
        try (InputStream in = Objects.requireNonNull(Rightsizing.class.getResourceAsStream("instance-types.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1))
                    .map(cells -> VmType.named(cells[0], cells[1], Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]), Money.of(cells[4], "USD")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
