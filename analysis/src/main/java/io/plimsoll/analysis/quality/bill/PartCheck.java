package io.plimsoll.analysis.quality.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.Runs;

/// Parts of a bill that break off while the rest goes on: a file that is cut short, or that is delivered no more.
///
/// Services and accounts also end because somebody ends them. So only parts with rows on practically every day are missed. An account is missed if it comes
/// back, or has just stopped from one day to the next. A service has to end with a billing period and to come back: files are cut by month, people seldom
/// work so.
final class PartCheck implements BillCheck {
    private static final int BEFORE = 28;
    private static final int FEWEST = 27;
    private static final int SHORTEST = 2;
    /// As with whole bills: up to three days are lateness, and what ended more than a month ago has an end of its own.
    private static final int LATE = 3;
    private static final int LONGEST_OPEN = 30;
    private static final int SAID = 3;

    private record Gap(int from, int to) {}

    @Override
    public List<QualityEvent> of(Bill bill, Volume volume) {
        Map<Gap, List<Bill.Part>> gaps = new LinkedHashMap<>();
        for (Bill.Part part : bill.parts.keySet()) {
            for (Gap gap : gaps(bill.parts.getOrDefault(part, new int[bill.days]), volume)) {
                boolean open = gap.to == volume.lastComplete;
                int days = gap.to - gap.from + 1;
                boolean told = open
                        ? part.isAccount() && days > LATE && days <= LONGEST_OPEN
                        : days >= SHORTEST && (part.isAccount() || endsMonth(bill, gap));
                if (told) {
                    gaps.computeIfAbsent(gap, each -> new ArrayList<>()).add(part);
                }
            }
        }
        return withoutInner(gaps).entrySet().stream().map(each -> event(bill, volume, each.getKey(), each.getValue()))
                .toList();
    }

    /// Runs of days without a row, of a part that had rows before, while the bill has some.
    private static List<Gap> gaps(int[] rows, Volume volume) {
        List<Gap> gaps = new ArrayList<>();
        for (int day = BEFORE; day <= volume.lastComplete; day++) {
            if (rows[day] == 0 && rows[day - 1] > 0
                    && Arrays.stream(rows, day - BEFORE, day).filter(each -> each > 0).count() >= FEWEST) {
                int to = day;
                while (to < volume.lastComplete && rows[to + 1] == 0) {
                    to++;
                }
                int last = to;
                int from = day;
                // Of days on which the whole bill is empty that is said.
                while (from <= last && volume.rows[from] == 0) {
                    from++;
                }
                while (last >= from && volume.rows[last] == 0) {
                    last--;
                }
                if (last >= from) {
                    gaps.add(new Gap(from, last));
                }
                day = to;
            }
        }
        return gaps;
    }

    private static boolean endsMonth(Bill bill, Gap gap) {
        LocalDate next = bill.day(gap.to + 1);
        return next.getDayOfMonth() == 1;
    }

    /// An account takes its services with it: of one gap its accounts are said, or its services if there is no such account.
    private static Map<Gap, List<Bill.Part>> withoutInner(Map<Gap, List<Bill.Part>> gaps) {
        Map<Gap, List<Bill.Part>> told = new LinkedHashMap<>();
        Set<Gap> accounts = new HashSet<>();
        gaps.forEach((gap, parts) -> {
            List<Bill.Part> own = parts.stream().filter(Bill.Part::isAccount).toList();
            if (!own.isEmpty()) {
                accounts.add(gap);
            }
            told.put(gap, own.isEmpty() ? parts : own);
        });
        told.keySet().removeIf(gap -> !accounts.contains(gap) && accounts.stream()
                .anyMatch(each -> each.from <= gap.to && gap.from <= each.to));
        return told;
    }

    private static QualityEvent event(Bill bill, Volume volume, Gap gap, List<Bill.Part> parts) {
        boolean open = gap.to == volume.lastComplete;
        double[] rows = new double[bill.days];
        parts.forEach(part -> {
            int[] own = bill.parts.getOrDefault(part, new int[bill.days]);
            Arrays.setAll(rows, day -> rows[day] + own[day]);
        });
        double[] usual = Volume.weekdays(rows);
        boolean[] wrong = new boolean[bill.days];
        Arrays.fill(wrong, gap.from, gap.to + 1, true);
        double before = Double.isNaN(usual[gap.from]) ? rows[gap.from - 1] : usual[gap.from];
        Map<String, String> key = new HashMap<>(bill.key());
        if (parts.size() == 1) {
            key.put(parts.getFirst().dimension(), parts.getFirst().value());
        }
        String names = parts.stream().sorted(Comparator.comparing(Bill.Part::value)).limit(SAID).map(Bill.Part::value)
                .collect(Collectors.joining(", "))
                + (parts.size() > SAID ? " and " + (parts.size() - SAID) + " more" : "");
        String when = open ? "since " + Said.day(bill.day(gap.from)) : Said.days(bill.day(gap.from), bill.day(gap.to));
        String sentence = "No row of " + names + " in " + bill.name() + " " + when + ", while the rest went on; "
                + (parts.size() == 1 ? "it" : "they") + " had rows every day before.";
        return new QualityEvent(open ? QualityCheck.STALE : QualityCheck.MISSING, key, "rows a day of a part", "",
                false,
                Runs.at(bill.day(gap.from)), Runs.at(bill.day(gap.from)), Runs.at(bill.day(gap.to)), open, 0, before,
                Math.min(1, before / Math.max(1, volume.rows[gap.from] + before)), open ? 0.6 : 0.85, sentence,
                open
                        ? "Look whether its export still runs; if it was closed, nothing is wrong."
                        : "Export and import the billing period again: a file of it was cut short or left out.",
                Runs.points(bill.first, rows, usual, wrong, new Runs.Run(gap.from, gap.from, gap.to)));
    }
}
