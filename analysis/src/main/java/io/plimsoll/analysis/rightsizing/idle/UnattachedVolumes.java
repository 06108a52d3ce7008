package io.plimsoll.analysis.rightsizing.idle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.UndecidedResources;

/// Disks whose machine is gone. No bill says what a disk is attached to: so its machine is looked for by name, and where no machine at
/// all is billed in the account and region there is none to attach it to. Of all others nothing can be said.
final class UnattachedVolumes implements IdleRule {
    private static final int FEWEST_DAYS = 3;
    private static final Pattern PATH = Pattern.compile("(?i)\\bvol-[0-9a-z]+$|/disks/[^/]+$");
    private static final Pattern METER = Pattern.compile("(?i)VolumeUsage|provisioned storage|disks?\\b|PD capacity"
            + "|capacity|hyperdisk");

    @Override
    public String explanation() {
        return "A disk that is still charged although the machine of its name, or every machine of its account and region,"
                + " was charged last " + FEWEST_DAYS + " days before or earlier.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        return volumes(facts).flatMap(each -> find(each, facts).stream()).toList();
    }

    private static Stream<ResourceMeters> volumes(IdleFacts facts) {
        return facts.resources().stream().filter(each -> facts.isStill(each) && PATH.matcher(each.id()).find()
                && !each.only(METER).isEmpty() && each.days() >= FEWEST_DAYS);
    }

    private static Optional<IdleFinding> find(ResourceMeters volume, IdleFacts facts) {
        List<ResourceMeters> own = named(volume, facts);
        if (!own.isEmpty()) {
            return own.stream().anyMatch(each -> isAlive(each, facts))
                    ? Optional.empty()
                    : Optional.of(Idle.finding(IdleKind.UNATTACHED_VOLUME, volume, volume.monthly(),
                            Idle.text("Its machine %s was charged last on %s; the disk still is.", own.getFirst().name(),
                                    own.getFirst().lastDay()),
                            Certainty.PROBABLE));
        }
        return around(volume, facts).stream().anyMatch(each -> isAlive(each, facts))
                ? Optional.empty()
                : Optional.of(Idle.finding(IdleKind.UNATTACHED_VOLUME, volume, volume.monthly(),
                        Idle.text("No machine is charged in its account %s%s.", volume.account(),
                                volume.region().isEmpty() ? "" : " in " + volume.region()),
                        Certainty.POSSIBLE));
    }

    private static boolean isAlive(ResourceMeters machine, IdleFacts facts) {
        return !machine.lastDay().isBefore(facts.period().to().minusDays(FEWEST_DAYS));
    }

    private static List<ResourceMeters> around(ResourceMeters volume, IdleFacts facts) {
        return facts.past().stream().filter(IdleFacts::isMachine).filter(
                each -> each.account().equals(volume.account()) && each.region().equals(volume.region())).toList();
    }

    /// Machines that the disk is named after: `vm-1_OsDisk_1_ab12` of Azure, the same name at Google, the tag `Name` at Amazon.
    private static List<ResourceMeters> named(ResourceMeters volume, IdleFacts facts) {
        List<ResourceMeters> found = new ArrayList<>();
        String name = volume.last().toLowerCase(Locale.ROOT);
        String tag = volume.tag("Name");
        for (ResourceMeters machine : around(volume, facts)) {
            String own = machine.last().toLowerCase(Locale.ROOT);
            boolean same = name.equals(own) || name.startsWith(own + "_osdisk") || name.startsWith(own + "_datadisk")
                    || name.startsWith(own + "_disk") || !tag.isEmpty() && tag.equals(machine.tag("Name"));
            if (same) {
                found.add(machine);
            }
        }
        return found;
    }

    @Override
    public Optional<UndecidedResources> undecided(IdleFacts facts) {
        List<ResourceMeters> unclear = volumes(facts)
                .filter(each -> find(each, facts).isEmpty() && named(each, facts).isEmpty()).toList();
        return Idle.undecided(IdleKind.UNATTACHED_VOLUME, unclear,
                "A bill does not tell what a disk is attached to, and no machine has its name; the disk's own state tells.");
    }
}
