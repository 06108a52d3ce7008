package io.plimsoll.analysis.rightsizing.machine;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.VmArchitecture;
import io.plimsoll.analysis.rightsizing.VmType;

/// What else changes with the type of a machine, beside its size.
public final class TypeChange {
    private final VmType from;
    private final VmType to;
    private final TypeSeries before;
    private final TypeSeries after;

    TypeChange(VmType from, VmType to) {
        this.from = from;
        this.to = to;
        this.before = TypeSeries.of(from);
        this.after = TypeSeries.of(to);
    }

    /// Whether one may take the place of the other at all: both of families for any work, or of one series.
    boolean possible() {
        return before.general() && after.general() || before.name().equals(after.name());
    }

    /// Whether image, disks or software have to be changed for it.
    boolean takesWork() {
        return after.newDisks() && !before.newDisks() || from.architecture() != to.architecture()
                || before.localDisk() && !after.localDisk() || before.confidential() != after.confidential();
    }

    List<Objection> objections() {
        List<Objection> found = new ArrayList<>();
        if (from.architecture() != to.architecture()) {
            found.add(new Objection(Refusal.OTHER_ARCHITECTURE, Grade.C, to.name()
                    + " has processors of another architecture: all software on it must be built for "
                    + (to.architecture() == VmArchitecture.ARM ? "arm64." : "x86.")));
        }
        if (before.confidential() && !after.confidential()) {
            found.add(new Objection(Refusal.TYPE_LOSES, Grade.C,
                    "The memory of " + from.name() + " is encrypted against its host, that of " + to.name()
                            + " is not."));
        }
        if (!before.confidential() && after.confidential()) {
            found.add(new Objection(Refusal.NEW_DISKS, Grade.B,
                    to.name() + " is a confidential machine: it needs an image that is made for it."));
        }
        if (before.localDisk() && !after.localDisk()) {
            found.add(new Objection(Refusal.TYPE_LOSES, Grade.B,
                    from.name() + " has a local disk, " + to.name() + " has none."));
        }
        if (after.newDisks() && !before.newDisks()) {
            found.add(new Objection(Refusal.NEW_DISKS, Grade.B, to.provider().equals("gcp")
                    ? to.name() + " takes Hyperdisk volumes only; present disks have to be moved."
                    : to.name() + " needs an image of generation 2 with NVMe; check the present one."));
        }
        if (sameLetters() && after.generation() < before.generation()) {
            found.add(new Objection(Refusal.OLDER_GENERATION, Grade.B,
                    to.name() + " is of an older generation than " + from.name() + ": its processors are slower."));
        }
        return found;
    }

    private boolean sameLetters() {
        return from.provider().equals(to.provider()) && !from.burstable() && !to.burstable()
                && before.generation() > 0 && after.generation() > 0;
    }
}
