package io.plimsoll.analysis.allocation.split;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much of a GPU a Kubernetes resource stands for.
///
/// A slice of NVIDIA's Multi-Instance GPU is named by its compute slices and its memory, `nvidia.com/mig-1g.5gb`; a GPU has seven
/// compute slices, an A30, whose slices have 6 GB each, four (NVIDIA MIG User Guide, supported profiles). A slice weighs its compute
/// slices by those of the GPU.
public final class MigSlices {
    private static final Pattern MIG = Pattern.compile(".*[^a-z0-9]mig-(\\d)g\\.(\\d+)gb.*");
    private static final Pattern GPU = Pattern.compile("(?:nvidia\\.com|amd\\.com|gpu\\.intel\\.com)/(?:gpu|i915|xe)");
    private static final Pattern SANITISED_MIG = Pattern.compile("nvidia_com_mig_(\\d)g_(\\d+)gb(.*)");
    private static final int SLICES = 7;
    private static final int A30_SLICES = 4;
    private static final int A30_SLICE_GB = 6;

    private MigSlices() {
    }

    /// @param resource as Kubernetes names it, or as kube-state-metrics does: `nvidia_com_gpu`, `nvidia_com_mig_1g_5gb`
    /// @return GPUs for one of it; 0 if it is none
    public static double weight(String resource) {
        String name = kubernetes(resource.toLowerCase(Locale.ROOT));
        if (GPU.matcher(name).matches()) {
            return 1;
        }
        Matcher mig = MIG.matcher(name);
        if (!mig.matches()) {
            return 0;
        }
        int slices = Integer.parseInt(mig.group(1));
        int gigabytes = Integer.parseInt(mig.group(2));
        int of = gigabytes == slices * A30_SLICE_GB ? A30_SLICES : SLICES;
        return Math.min(1, (double) slices / of);
    }

    /// kube-state-metrics writes every character that a label's value may lack as `_`.
    private static String kubernetes(String name) {
        Matcher mig = SANITISED_MIG.matcher(name);
        return mig.matches()
                ? "nvidia.com/mig-" + mig.group(1) + "g." + mig.group(2) + "gb" + mig.group(3)
                : switch (name) {
                    case "nvidia_com_gpu" -> "nvidia.com/gpu";
                    case "amd_com_gpu" -> "amd.com/gpu";
                    case "gpu_intel_com_i915" -> "gpu.intel.com/i915";
                    case "gpu_intel_com_xe" -> "gpu.intel.com/xe";
                    default -> name;
                };
    }
}
