package io.plimsoll.analysis.rightsizing.capacity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.current.WorkloadSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.workload.DeclaredWorkload;

/// Brokers, search engines and databases that read through the system's page cache: memory that looks free is what makes them fast.
public final class PageCache implements CapacityRule {
    private static final double USUALLY = 0.95;
    /// How each is called, the kinds that its operators declare it as, and its container in a StatefulSet. Each one's documentation says that
    /// it leaves memory to the page cache: Kafka 3.9 "Hardware and OS", Elasticsearch 8 "Important system configuration", OpenSearch 2,
    /// PostgreSQL 17 `effective_cache_size`, MongoDB 8 "WiredTiger", Cassandra 5 "Hardware choices".
    private static final List<Engine> ENGINES = List.of(
            new Engine("Kafka", Set.of("Kafka", "KafkaNodePool"), Set.of("kafka", "broker", "kafka-broker")),
            new Engine("Elasticsearch", Set.of("Elasticsearch"), Set.of("elasticsearch")),
            new Engine("OpenSearch", Set.of("OpenSearchCluster"), Set.of("opensearch")),
            new Engine("PostgreSQL", Set.of("Cluster", "postgresql", "PostgresCluster"),
                    Set.of("postgres", "postgresql", "database")),
            new Engine("MongoDB", Set.of("MongoDBCommunity", "PerconaServerMongoDB"),
                    Set.of("mongod", "mongodb", "mongo")),
            new Engine("Cassandra", Set.of("CassandraDatacenter", "K8ssandraCluster"), Set.of("cassandra")));
    private static final Set<String> SETS = Set.of("StatefulSet", "StrimziPodSet");

    private record Engine(String title, Set<String> kinds, Set<String> containers) {
        boolean is(String kind, String container) {
            return kinds.contains(kind) || SETS.contains(kind) && containers.contains(container);
        }
    }

    @Override
    public String id() {
        return "page-cache";
    }

    @Override
    public String explanation() {
        return "Kafka, Elasticsearch, OpenSearch, PostgreSQL, MongoDB and Cassandra read through the page cache, most of which a working set leaves "
                + "out. They keep what they hold and 95 % of the time's page cache; where the cache was not measured, memory is not made smaller.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        String kind = situation.declared().kind();
        String container = situation.workload().key().container();
        Optional<Engine> engine = ENGINES.stream().filter(each -> each.is(kind, container)).findFirst();
        long now = situation.current().memoryCeiling();
        if (engine.isEmpty()) {
            return CapacityFinding.NONE;
        }
        CapacityFinding copies = copies(situation.workload().manifest(), kind);
        if (now == 0) {
            return copies;
        }
        double cached = WorkloadSeries.highest(situation.series().of(Measure.PAGE_CACHE_BYTES, cancellation), USUALLY);
        double resident = WorkloadSeries.highest(situation.series().of(Measure.RSS_BYTES, cancellation), 1);
        double held = resident > 0 ? resident : situation.usage().highestMemory();
        return memory(engine.get().title(), now, held, cached).and(copies);
    }

    /// @param held   bytes that can't be taken back
    /// @param cached bytes of files; 0 if not measured
    static CapacityFinding memory(String title, long now, double held, double cached) {
        if (cached == 0) {
            return new CapacityFinding(0, now, 0, List.of(new Objection(Refusal.MEMORY_BOUND, Grade.B, title
                    + " reads through the page cache, which was not measured here: memory stays as it is.")),
                    List.of());
        }
        double floor = Math.min(now, held + cached);
        return new CapacityFinding(0, Math.round(floor), 0, List.of(), List.of(title + " reads through the page cache: "
                + Sized.text(cached) + " of it beside " + Sized.text(held) + " held keep memory at " + Sized.text(floor)
                + " or more."));
    }

    /// As many brokers as a partition has copies.
    private static CapacityFinding copies(@Nullable DeclaredWorkload manifest, String kind) {
        int most = manifest == null || !kind.equals("Kafka")
                ? 0
                : manifest.places().stream().flatMap(place -> place.knobs().stream())
                        .filter(knob -> knob.field().equals(Field.REPLICATION)
                                && knob.path().toString().contains("replication.factor"))
                        .map(Knob::value).filter(UnitGrammar.INTEGER::reads)
                        .mapToInt(value -> UnitGrammar.INTEGER.amount(value).intValue()).max().orElse(0);
        return most == 0
                ? CapacityFinding.NONE
                : new CapacityFinding(0, 0, most, List.of(),
                        List.of("A replication factor of " + most + " needs as many brokers."));
    }
}
