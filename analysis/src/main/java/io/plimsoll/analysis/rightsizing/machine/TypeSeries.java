package io.plimsoll.analysis.rightsizing.machine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.rightsizing.VmType;

/// The series that a type's name tells, and what is special about it. Naming conventions: user guide of EC2, sizes of Azure virtual
/// machines, machine families of Compute Engine.
///
/// @param name        `m6i`, `Standard_Dads_v5`, `n2d`
/// @param general     of a family for any work: no GPU, no large local disks, no extreme memory
/// @param generation  0 where the name has none
/// @param localDisk   whether it brings disks that end with the machine
/// @param confidential whether its memory is encrypted against the host
/// @param newDisks    whether it takes disks and images of the newest sort only
public record TypeSeries(String name, boolean general, int generation, boolean localDisk, boolean confidential,
        boolean newDisks) {
    private static final Pattern AWS = Pattern.compile("([a-z]+)([0-9]+)([a-z]*)(-flex)?\\.(.*)");
    private static final Pattern AZURE = Pattern
            .compile("(?:Standard_)?([A-Z]+)[0-9]+(?:-[0-9]+)?([a-z]*)(?:_v([0-9]+))?.*");
    private static final Pattern GOOGLE = Pattern.compile("([a-z]+)([0-9]+)([a-z]*)-.*");

    static TypeSeries of(VmType type) {
        return switch (type.provider()) {
            case "aws" -> aws(type.name());
            case "azure" -> azure(type.name());
            case "gcp" -> google(type.name());
            default -> new TypeSeries(type.name(), true, 0, false, false, false);
        };
    }

    private static TypeSeries aws(String name) {
        Matcher parts = AWS.matcher(name);
        if (!parts.matches()) {
            return new TypeSeries(name, false, 0, false, false, false);
        }
        boolean general = parts.group(1).matches("[cmrat]") && !parts.group(5).startsWith("metal");
        return new TypeSeries(name.substring(0, name.indexOf('.')), general, Integer.parseInt(parts.group(2)),
                parts.group(3).contains("d"), false, false);
    }

    private static TypeSeries azure(String name) {
        Matcher parts = AZURE.matcher(name);
        if (!parts.matches()) {
            return new TypeSeries(name, false, 0, false, false, false);
        }
        int version = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
        String family = parts.group(1);
        return new TypeSeries(family + parts.group(2) + "_v" + version, family.matches("A|B|D|DS|DC|E|EC|F|FS"),
                version, parts.group(2).contains("d") || version <= 3 && !(family.equals("B") && version == 2),
                family.equals("DC") || family.equals("EC"), version >= 6);
    }

    private static TypeSeries google(String name) {
        Matcher parts = GOOGLE.matcher(name);
        if (!parts.matches()) {
            return new TypeSeries(name, false, 0, false, false, false);
        }
        String series = name.substring(0, name.indexOf('-'));
        boolean general = series.matches("e2|f1|g1|n1|n2|n2d|n4|n4a|n4d|c2|c2d|c3|c3d|c4|c4a|c4d|t2a|t2d")
                && !name.matches(".*-(mega|ultra)mem-.*|.*-metal");
        return new TypeSeries(series, general, 0, name.endsWith("-lssd"), false, series.matches("[cn]4.*"));
    }
}
