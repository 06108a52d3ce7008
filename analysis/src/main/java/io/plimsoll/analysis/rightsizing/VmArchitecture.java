package io.plimsoll.analysis.rightsizing;

import java.util.regex.Pattern;

/// The instruction set of a machine: a binary built for one does not start on the other.
public enum VmArchitecture {
    X86, ARM;

    /// AWS: `g` directly behind the generation, and a1. Azure: `p` among the feature letters behind the size (naming
    /// conventions of Azure virtual machines). Google: t2a, c4a, n4a, a4x. OCI: A1, A2, A4.
    private static final Pattern ARM_NAMES = Pattern.compile(
            "(a1|[a-z]+[0-9]+g[a-z]*)\\.[a-z0-9-]+|(Standard_)?[A-Z]+[0-9]+(-[0-9]+)?[a-z]*p[a-z]*(_.*)?"
                    + "|(t2a|c4a|n4a|a4x)-.*|(VM|BM)\\.Standard\\.A[0-9].*");

    /// X86 for a name that says nothing else.
    public static VmArchitecture ofTypeName(String name) {
        return ARM_NAMES.matcher(name).matches() ? ARM : X86;
    }
}
