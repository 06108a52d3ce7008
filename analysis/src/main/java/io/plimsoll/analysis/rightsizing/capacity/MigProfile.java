package io.plimsoll.analysis.rightsizing.capacity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A slice of a GPU that NVIDIA's Multi-Instance GPU can make: `2g.20gb` has two of seven parts of the processors and 20 GB. Tables of
/// NVIDIA's MIG user guide, supported MIG profiles.
///
/// @param name     of the profile
/// @param compute  share of the GPU's processors
/// @param memoryGb of the slice, as the name has it
public record MigProfile(String name, double compute, int memoryGb) {
    private static final Pattern NAME = Pattern.compile("([0-9]+)g\\.([0-9]+)gb(\\+me.*)?");
    private static final List<MigProfile> A30 = of(4, "1g.6gb", "2g.12gb", "4g.24gb");
    private static final List<MigProfile> OF_40_GB = of(7, "1g.5gb", "1g.10gb", "2g.10gb", "3g.20gb", "4g.20gb",
            "7g.40gb");
    private static final List<MigProfile> OF_80_GB = of(7, "1g.10gb", "1g.20gb", "2g.20gb", "3g.40gb", "4g.40gb",
            "7g.80gb");
    private static final List<MigProfile> H200 = of(7, "1g.18gb", "1g.35gb", "2g.35gb", "3g.71gb", "4g.71gb",
            "7g.141gb");

    private static List<MigProfile> of(int parts, String... names) {
        return List.of(names).stream().map(name -> {
            Matcher matcher = NAME.matcher(name);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(name);
            }
            return new MigProfile(name, (double) Integer.parseInt(matcher.group(1)) / parts,
                    Integer.parseInt(matcher.group(2)));
        }).toList();
    }

    /// The profiles of a GPU, the smallest first, the whole GPU last; none for one that can't be sliced or is not known.
    ///
    /// @param model as DCGM names it
    public static List<MigProfile> all(String model) {
        return model.contains("A30")
                ? A30
                : model.contains("H200")
                        ? H200
                        : model.matches(".*A100.*40 ?GB.*")
                                ? OF_40_GB
                                : model.contains("A100") || model.matches(".*H100(?!.*9[46] ?GB).*")
                                        ? OF_80_GB
                                        : List.of();
    }

    /// The smallest slice for a use.
    ///
    /// @param profile of the slice now, empty for a whole GPU
    /// @param share   of what there is now, at its high, 0..1
    /// @param bytes   highest memory
    /// @return empty if nothing smaller does, or nothing is known of the GPU
    public static Optional<MigProfile> smallest(String model, String profile, double share, long bytes) {
        List<MigProfile> all = all(model);
        if (all.isEmpty() || bytes == 0) {
            return Optional.empty();
        }
        MigProfile now = all.stream().filter(each -> each.name().equals(profile.replaceFirst("\\+.*", ""))).findFirst()
                .orElse(all.getLast());
        double needed = share * now.compute() / 0.8;
        // A slice has some percent less memory than its name says.
        double gigabytes = bytes / 1e9 / 0.9;
        return all.stream().filter(each -> each.compute() >= needed && each.memoryGb() >= gigabytes)
                .filter(each -> each.compute() < now.compute() || each.memoryGb() < now.memoryGb()
                        && each.compute() <= now.compute())
                .findFirst();
    }
}
