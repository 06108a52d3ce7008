package io.plimsoll.analysis.anomaly.daily;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.task.Cancellation;

/// Events that one series suggests, before any gate in money: jumps and drifts of cost, changes of the unit price, and a
/// service that begins.
public final class Candidates {
    /// So long must nothing have been paid before cost counts as new.
    private static final int NOTHING_DAYS = 14;
    /// A unit price is far steadier than cost: 1 % is believable noise.
    private static final double PRICE_FLOOR = 0.01;
    private static final double SMALLEST_PRICE_MOVE = 0.03;
    private static final double PRICE_SHARE = 0.6;
    private static final int PRICE_DAYS = 3;

    private final CostSeries series;
    private final double[] cost;
    private final int first;
    private final int until;
    private final Gates gates;
    private final CostScale scale;

    /// @param until index of the first day that may be incomplete
    public Candidates(CostSeries series, int until, Gates gates) {
        this.series = series;
        this.until = until;
        this.gates = gates;
        cost = series.values();
        first = firstPaid();
        scale = CostScale.of(cost);
    }

    private int firstPaid() {
        int i = 0;
        while (i < cost.length && !(Math.abs(cost[i]) > 0)) {
            i++;
        }
        return i;
    }

    public CostScale scale() {
        return scale;
    }

    /// Where the judgement starts: the first day with cost.
    public int first() {
        return first;
    }

    /// @param found receives the events, in no order
    /// @return judgement of the days from `first` on
    public Judgement find(List<Candidate> found, Cancellation cancellation) {
        double[] paid = Arrays.copyOfRange(cost, first, cost.length);
        Tracker tracker = new Tracker(series.day(first), paid, scale, until - first, gates);
        Judgement judgement = tracker.run(cancellation);
        List<Candidate> prices = priceChanges(cancellation);
        for (Move move : tracker.moves()) {
            Candidate jump = jump(judgement, moved(move, first));
            if (prices.stream().noneMatch(price -> same(price, jump))) {
                found.add(jump);
            }
        }
        found.addAll(prices);
        if (startsAnew()) {
            found.add(newService());
        }
        return judgement;
    }

    private static boolean same(Candidate price, Candidate jump) {
        return price.up() == jump.up() && jump.detected() >= price.onset() - 2
                && (jump.isDrift() || Math.abs(jump.onset() - price.onset()) <= 6);
    }

    private static Move moved(Move move, int by) {
        return new Move(move.onset() + by, move.detected() + by, move.end() + by, move.open(), move.drift(),
                move.level(), move.base(), move.delta(), move.peak() + by, move.deviation(), move.strength());
    }

    private Candidate jump(Judgement judgement, Move move) {
        double[] expected = nothing();
        double[] fromBase = nothing();
        for (int i = move.onset(); i <= move.end(); i++) {
            expected[i] = scale.back(move.level() + judgement.season(i - first));
            fromBase[i] = scale.back(move.base() + judgement.season(i - first));
        }
        return new Candidate(null, move, expected, fromBase);
    }

    private double[] nothing() {
        double[] expected = new double[cost.length];
        Arrays.fill(expected, Double.NaN);
        return expected;
    }

    private boolean startsAnew() {
        boolean known = first >= NOTHING_DAYS && first < until;
        for (int i = 0; i < first && known; i++) {
            known = !Double.isNaN(cost[i]);
        }
        return known && !series.key().isCommitment();
    }

    private Candidate newService() {
        int end = first;
        int peak = first;
        for (int i = first; i < until; i++) {
            end = cost[i] > 0 ? i : end;
            peak = cost[i] > cost[peak] ? i : peak;
        }
        double[] expected = nothing();
        Arrays.fill(expected, first, end + 1, 0);
        return new Candidate(AnomalyKind.NEW_SERVICE,
                new Move(first, first, end, end == until - 1, false, 0, 0, 0, peak, gates.day() * 4, 4), expected,
                expected);
    }

    private List<Candidate> priceChanges(Cancellation cancellation) {
        double[] quantity = series.quantity();
        List<Candidate> found = new ArrayList<>();
        if (quantity == null) {
            return found;
        }
        double[] price = new double[cost.length];
        for (int i = 0; i < price.length; i++) {
            price[i] = quantity[i] > 0 && cost[i] > 0 ? cost[i] / quantity[i] : Double.NaN;
        }
        Gates strict = new Gates(gates.day(), gates.days(), Double.POSITIVE_INFINITY, PRICE_FLOOR, gates.history(),
                PRICE_DAYS);
        CostScale priceScale = CostScale.of(price);
        Tracker tracker = new Tracker(series.start(), price, priceScale, until, strict);
        tracker.run(cancellation);
        for (Move move : tracker.moves()) {
            boolean lasting = move.end() - move.onset() + 1 >= PRICE_DAYS;
            if (lasting && Math.abs(move.delta()) >= SMALLEST_PRICE_MOVE && priceExplains(move, quantity)) {
                found.add(priceChange(move, quantity, priceScale.back(move.level())));
            }
        }
        return found;
    }

    /// The price makes the larger part of what happened to cost from one fortnight to the next.
    private boolean priceExplains(Move move, double[] quantity) {
        double[] logs = Arrays.stream(quantity).map(q -> q > 0 ? Math.log(q) : Double.NaN).toArray();
        int after = Math.min(move.end() + 1, move.onset() + 14);
        double use = Robust.median(Arrays.copyOfRange(logs, move.onset(), after))
                - Robust
                        .median(Arrays.copyOfRange(logs, Math.max(0, move.onset() - 14), move.onset()));
        double priceSize = Math.abs(move.delta());
        return priceSize / (priceSize + Math.abs(use)) >= PRICE_SHARE;
    }

    private Candidate priceChange(Move move, double[] quantity, double before) {
        double[] expected = nothing();
        for (int i = move.onset(); i <= move.end(); i++) {
            expected[i] = quantity[i] > 0 ? quantity[i] * before : cost[i];
        }
        Candidate change = new Candidate(AnomalyKind.PRICE_CHANGE, move, expected, expected);
        change.detectedOn(Math.max(move.detected(), move.onset() + PRICE_DAYS - 1));
        return change;
    }
}
