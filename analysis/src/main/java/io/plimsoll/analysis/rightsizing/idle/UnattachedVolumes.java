package io.plimsoll.analysis.rightsizing.idle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.rightsizing.advice.Sentence;

/// Disks whose machine is gone or does not run. No bill says what a disk is attached to: so its machine is looked for by name, and where no machine at
/// all is billed in the account and region there is none to attach it to. Of all others nothing can be said.
final class UnattachedVolumes implements IdleRule {
    private static final int FEWEST_DAYS = 3;
    private static final Pattern PATH = Pattern.compile("(?i)\\bvol-[0-9a-z]+$|/disks/[^/]+$");
    private static final Pattern TYPE = Pattern
            .compile("(?i)(block )?volumes?|(persistent |managed )?disks?|microsoft.compute/disks");

    @Override
    public String explanation() {
        return "A disk that is still charged although the machine of its name, or every machine of its account and region,"
                + " was charged last " + FEWEST_DAYS + " days before or earlier.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        Computing computing = Computing.of(facts);
        return volumes(facts).flatMap(each -> find(each, facts, computing).stream()).toList();
    }

    private static Stream<ResourceMeters> volumes(IdleFacts facts) {
        return facts.resources().stream().filter(each -> facts.isStill(each) && each.days() >= FEWEST_DAYS
                && (PATH.matcher(each.id()).find() || TYPE.matcher(each.type()).matches())
                && each.meters().stream().anyMatch(meter -> meter.category().equals("Storage")));
    }

    private static Optional<IdleFinding> find(ResourceMeters volume, IdleFacts facts, Computing computing) {
        List<ResourceMeters> own = named(volume, computing);
        if (!own.isEmpty()) {
            return own.stream().anyMatch(each -> isAlive(each, facts))
                    ? Optional.empty()
                    : Optional.of(Idle.finding(IdleKind.UNATTACHED_VOLUME, volume, volume.monthly(),
                            Sentence.of("Its machine %s was charged last on %s; the disk still is.",
                                    own.getFirst().name(), own.getFirst().lastDay()),
                            Certainty.PROBABLE));
        }
        return !computing.knows(volume.provider())
                || computing.around(volume).stream().anyMatch(each -> isAlive(each, facts))
                        ? Optional.empty()
                        : Optional.of(Idle.finding(IdleKind.UNATTACHED_VOLUME, volume, volume.monthly(),
                                Sentence.of(
                                        "No machine is charged in its account %s%s, so it is attached to none that runs.",
                                        volume.account(),
                                        volume.region().isEmpty() ? "" : " in " + volume.region()),
                                Certainty.POSSIBLE));
    }

    private static boolean isAlive(ResourceMeters machine, IdleFacts facts) {
        return !machine.lastDay().isBefore(facts.period().to().minusDays(FEWEST_DAYS));
    }

    /// Machines that the disk is named after: `vm-1_OsDisk_1_ab12` of Azure, the same name at Google, the tag `Name` at Amazon.
    private static List<ResourceMeters> named(ResourceMeters volume, Computing computing) {
        String tag = volume.tag("Name");
        return computing.around(volume).stream()
                .filter(machine -> named(volume.last(), machine.last()) || named(volume.name(), machine.name())
                        || !tag.isEmpty() && tag.equals(machine.tag("Name")))
                .toList();
    }

    private static boolean named(String disk, String machine) {
        String name = disk.toLowerCase(Locale.ROOT);
        String own = machine.toLowerCase(Locale.ROOT);
        return name.equals(own) || name.startsWith(own + "_osdisk") || name.startsWith(own + "_datadisk")
                || name.startsWith(own + "_disk");
    }

    @Override
    public Optional<UndecidedResources> undecided(IdleFacts facts) {
        Computing computing = Computing.of(facts);
        List<ResourceMeters> unclear = volumes(facts).filter(
                each -> find(each, facts, computing).isEmpty() && named(each, computing).isEmpty()).toList();
        return Idle.undecided(IdleKind.UNATTACHED_VOLUME, unclear,
                "A bill does not tell what a disk is attached to, and no machine has its name; the disk's own state tells.");
    }

    /// What computes, by account and region: anything of that category may be a machine, by whatever name. Better nothing is said
    /// than a wrong thing.
    private record Computing(Map<String, List<ResourceMeters>> byPlace, Set<String> providers) {
        static Computing of(IdleFacts facts) {
            Map<String, List<ResourceMeters>> byPlace = new HashMap<>();
            Set<String> providers = new HashSet<>();
            facts.past().stream()
                    .filter(each -> each.meters().stream().anyMatch(meter -> meter.category().equals("Compute")))
                    .forEach(each -> {
                        byPlace.computeIfAbsent(place(each), place -> new ArrayList<>()).add(each);
                        providers.add(each.provider());
                    });
            return new Computing(byPlace, providers);
        }

        private static String place(ResourceMeters resource) {
            return resource.account() + "/" + resource.region();
        }

        List<ResourceMeters> around(ResourceMeters volume) {
            return byPlace.getOrDefault(place(volume), List.of());
        }

        boolean knows(String provider) {
            return providers.contains(provider);
        }
    }
}
