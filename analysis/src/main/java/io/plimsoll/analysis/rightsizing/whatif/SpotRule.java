package io.plimsoll.analysis.rightsizing.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.SpotTerms;

/// What running replicas on spot capacity costs and risks.
///
/// Cost by replica on spot: `(1 - discount) × (1 + lost)`, where `lost = interruptions / 730 h × redone hours`: work that an interruption
/// destroys is done again on spot.
public final class SpotRule {
    /// The lower end of what Google states for Spot VMs (60 to 91 % off); Amazon and Microsoft state up to 90 %. The interruptions are the
    /// upper end of the lowest class of Amazon's Spot Instance Advisor, under 5 % of the instances a month. Half an hour redone: assumed.
    public static final SpotTerms ASSUMED = new SpotTerms(0.6, 0.05, 0.5, true,
            "an assumption: the least that Google states for Spot VMs; Amazon and Microsoft state up to 90 %");
    private static final Set<String> STATEFUL = Set.of("StatefulSet", "StrimziPodSet", "CloudNativePG", "Cluster",
            "Elasticsearch", "OpenSearchCluster", "CassandraDatacenter", "RabbitmqCluster", "RedisCluster");
    private static final Pattern STATEFUL_KIND = Pattern
            .compile("Kafka.*|.*(Postgres|MySQL|Mongo|Redis|Zookeeper|Cassandra|Etcd).*");

    private final SpotTerms terms;
    private final String kind;

    /// @param kind of the workload
    public SpotRule(SpotTerms terms, String kind) {
        this.terms = terms;
        this.kind = kind;
    }

    /// By which the cost of all replicas is multiplied.
    public BigDecimal factor(double share) {
        return BigDecimal.valueOf(1 - share + share * (1 - terms.discount()) * (1 + lost()));
    }

    private double lost() {
        return terms.interruptions() / ResourceRates.MONTH_HOURS.doubleValue() * terms.redoneHours();
    }

    public double interruptions(double share, int replicas) {
        return terms.interruptions() * share * replicas;
    }

    public SpotTerms terms() {
        return terms;
    }

    public List<Objection> objections(double share, int replicas) {
        List<Objection> found = new ArrayList<>();
        if (STATEFUL.contains(kind) || STATEFUL_KIND.matcher(kind).matches()) {
            found.add(new Objection(Refusal.SPOT_STATEFUL, Grade.D,
                    "A " + kind + " keeps state; with a spot node its data or its quorum goes, too."));
        }
        if (share * replicas > replicas - 1 && replicas > 0) {
            found.add(new Objection(Refusal.SPOT_ALL, Grade.C,
                    "No replica stays on demand: when spot capacity runs out, all may go at once."));
        }
        return found;
    }
}
