package io.plimsoll.analysis.rightsizing.capacity.java;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HeapTest {
    private static final double GI = Bytes.GI;
    private static final String NOTHING = "image: web";

    private static JavaOptions options(String container) {
        return JavaOptions.of(Tree.of("a.yaml", container.getBytes(StandardCharsets.UTF_8), 0).orElseThrow());
    }

    private static Size size(double gib) {
        return new Size(1, OptionalDouble.empty(), Math.round(gib * GI), Math.round(gib * GI), 1);
    }

    private static JavaMemory measured(double largest, double committed, double used, double live, double nonHeap) {
        return new JavaMemory(largest * GI, committed * GI, used * GI, live * GI, nonHeap * GI);
    }

    /// As Strimzi and Elasticsearch document them.
    @ParameterizedTest
    @CsvSource({"Kafka,8,4,0.5", "KafkaNodePool,32,5,0", "KafkaConnect,4,3,0.75", "KafkaMirrorMaker2,2,1.5,0.75",
        "KafkaBridge,2,1,0.5", "Elasticsearch,16,8,0.5", "Elasticsearch,128,31,0"})
    void operatorsSetAHeapWhereTheObjectHasNone(String kind, double limit, double heap, double share) {
        Heap found = Heap.of(kind, options(NOTHING), JavaMemory.UNKNOWN, size(limit)).orElseThrow();
        assertThat(found.bytes() / GI).isCloseTo(heap, within(1e-9));
        assertThat(found.share()).isEqualTo(share);
        assertThat(Heap.of(kind, options("jvmOptions: {'-Xmx': 2g}"), JavaMemory.UNKNOWN, size(limit)).orElseThrow()
                .bytes()).isEqualTo(2 * GI);
    }

    @Test
    void theJvmTakesAQuarterAndOfLittleTheHalf() {
        assertThat(Heap.of("Deployment", options("command: [java]"), JavaMemory.UNKNOWN, size(8)).orElseThrow().share())
                .isEqualTo(0.25);
        assertThat(
                Heap.of("Deployment", options("command: [java]"), JavaMemory.UNKNOWN, size(0.2)).orElseThrow().share())
                .isEqualTo(0.5);
    }

    @Test
    void aMeasuredBoundThatIsAQuarterOfTheLimitIsTheJvmsOwnAndAnyOtherIsFixed() {
        assertThat(Heap.of("Deployment", options(NOTHING), measured(1.98, 0, 0, 0, 0), size(8)).orElseThrow().share())
                .isEqualTo(0.25);
        Heap other = Heap.of("Deployment", options(NOTHING), measured(5, 0, 0, 0, 0), size(8)).orElseThrow();
        assertThat(other.share()).isZero();
        assertThat(other.words()).contains("not in Git");
    }

    @Test
    void withoutALimitAShareIsOfTheNodeAndNothingIsKnown() {
        Size noLimit = new Size(1, OptionalDouble.empty(), Bytes.GI, 0, 1);
        assertThat(Heap.of("Deployment", options("command: [java, '-XX:MaxRAMPercentage=70']"), JavaMemory.UNKNOWN,
                noLimit))
                .isEmpty();
        assertThat(Heap.of("Deployment", options("command: [java]"), JavaMemory.UNKNOWN, noLimit)).isEmpty();
        assertThat(Heap.of("Deployment", options(NOTHING), JavaMemory.UNKNOWN, size(8))).as("no Java").isEmpty();
    }

    @Test
    void whatLiesOutsideTheWholeHeapIsOffHeapWhateverWasMeasuredOfIt() {
        OffHeap found = OffHeap.of(options(NOTHING), measured(4, 3, 3, 0, 0.2), 4 * GI, 5 * GI);
        assertThat(found.bytes() / GI).isCloseTo(2, within(1e-9));
        assertThat(found.measured()).isTrue();
    }

    @Test
    void optionsTakeThePlaceOfAllowances() {
        JavaOptions set = options("args: [java, -Xss512k, '-XX:MaxMetaspaceSize=300m', '-XX:MaxDirectMemorySize=1g', "
                + "'-XX:ReservedCodeCacheSize=32m']");
        OffHeap found = OffHeap.of(set, JavaMemory.UNKNOWN, 0, 0);
        assertThat(found.bytes() / Bytes.MI).isEqualTo(300 + 1024 + 32 + 25);
        assertThat(found.measured()).isFalse();
    }

    private static CapacityFinding bound(String options, JavaMemory measured, double limit, double highest) {
        JavaOptions read = options(options);
        Heap heap = Heap.of("Deployment", read, measured, size(limit)).orElseThrow();
        return new HeapBound(heap, read, measured, size(limit), highest * GI).finding();
    }

    @Test
    void aHeapAboveItsLimitIsCertainAndOneThatAnAllowanceLiftsAboveItADoubt() {
        assertThat(bound("args: [-Xmx5g]", JavaMemory.UNKNOWN, 4, 3).objections()).singleElement()
                .satisfies(each -> assertThat(each.grade()).isEqualTo(Grade.C));
        assertThat(bound("args: [-Xmx3800m]", JavaMemory.UNKNOWN, 4, 3).objections()).singleElement()
                .satisfies(each -> assertThat(each.grade()).isEqualTo(Grade.B));
        assertThat(bound("args: [-Xmx3800m]", measured(3.7, 3.7, 3.5, 2, 0.5), 4, 4).objections()).singleElement()
                .satisfies(each -> assertThat(each.grade()).isEqualTo(Grade.C));
        assertThat(bound("args: [-Xmx2g]", measured(2, 2, 2, 1.8, 0.5), 4, 3).objections()).isEmpty();
    }

    @Test
    void liveDataThatLeaveNoRoomAreAReasonAgainstAnySize() {
        CapacityFinding found = bound("args: ['-XX:MaxRAMPercentage=50']", measured(2, 2, 2, 1.9, 0.3), 4, 3);
        assertThat(found.leastMemory() / GI).isCloseTo(1.9 * 1.3 / 0.5, within(1e-6));
        assertThat(found.objections()).singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo(Refusal.HEAP_BOUND));
    }

    @Test
    void aRequestBelowItsLimitMayFollowUseSinceTheHeapGoesByTheLimit() {
        Size burstable = new Size(1, OptionalDouble.empty(), 2 * Bytes.GI, 4 * Bytes.GI, 1);
        JavaOptions read = options("args: [-Xmx3g]");
        Heap heap = Heap.of("Deployment", read, JavaMemory.UNKNOWN, burstable).orElseThrow();
        CapacityFinding found = new HeapBound(heap, read, JavaMemory.UNKNOWN, burstable, GI).finding();
        assertThat(found.leastMemory()).isZero();
        assertThat(found.facts()).singleElement().asString().contains("keep the memory limit at 3.8 Gi");
    }
}
