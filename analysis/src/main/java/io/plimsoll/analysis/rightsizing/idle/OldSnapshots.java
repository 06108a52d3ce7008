package io.plimsoll.analysis.rightsizing.idle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.rightsizing.advice.Sentence;

/// Snapshots that have been charged for long. A bill does not tell when one was made: it is at least as old as its first charge.
final class OldSnapshots implements IdleRule {
    /// Long enough for the quarter's end that many rules of retention name.
    static final int OLD_DAYS = 90;
    private static final Pattern SNAPSHOT = Pattern.compile("(?i)SnapshotUsage|snapshot data stored|snapshots?\\b");
    private static final Pattern PATH = Pattern.compile("(?i)snap-|/snapshots/");

    @Override
    public String explanation() {
        return "A snapshot of a disk that was charged " + OLD_DAYS
                + " days ago already and still is, at what it costs now.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        Map<String, LocalDate> since = new HashMap<>();
        facts.past().forEach(each -> since.put(each.id(), each.firstDay()));
        List<IdleFinding> found = new ArrayList<>();
        for (ResourceMeters each : snapshots(facts)) {
            LocalDate first = since.getOrDefault(each.id(), each.firstDay());
            long days = ChronoUnit.DAYS.between(first, facts.period().to()) + 1;
            if (days >= OLD_DAYS) {
                found.add(Idle.finding(IdleKind.OLD_SNAPSHOT, each, each.monthly(),
                        Sentence.of("It has been charged for %d days, from %s on.", days, first), Certainty.POSSIBLE));
            }
        }
        return found;
    }

    private static List<ResourceMeters> snapshots(IdleFacts facts) {
        return facts.resources().stream()
                .filter(each -> facts.isStill(each) && PATH.matcher(each.id()).find() && !each.only(SNAPSHOT).isEmpty())
                .toList();
    }

    @Override
    public Optional<UndecidedResources> undecided(IdleFacts facts) {
        return ChronoUnit.DAYS.between(facts.from(), facts.period().to()) + 1 >= OLD_DAYS
                ? Optional.empty()
                : Idle.undecided(IdleKind.OLD_SNAPSHOT, snapshots(facts),
                        "The loaded bill is shorter than " + OLD_DAYS
                                + " days and does not tell how old a snapshot is.");
    }
}
