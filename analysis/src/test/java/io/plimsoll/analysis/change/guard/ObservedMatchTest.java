package io.plimsoll.analysis.change.guard;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardSettings;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.change.guard.cluster.ClusterObjects;
import io.plimsoll.analysis.manifest.AppliedEdit;
import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

import static org.assertj.core.api.Assertions.assertThat;

class ObservedMatchTest {
    private static final Observed APP = new Observed("web", "app", Bytes.ofGi(4), Cpu.ofCores(1), 31);
    private static final Observed PROXY = new Observed("web", "proxy", Bytes.ofGi(1), Cpu.ofCores(2), 20);

    private static Optional<Observed> match(String container, Observed... seen) {
        Knob knob = new Knob("a.yaml", 0, ManifestPath.ROOT, "HelmValues", "", "", container, Field.MEMORY_LIMIT, "1Gi",
                UnitGrammar.KUBERNETES, true, "");
        EditPreview edit = new EditPreview(new Intent("a.yaml", 0, "a", "1Gi", "2Gi", "web"),
                new AppliedEdit(new Edit(0, ManifestPath.ROOT, "1Gi", "2Gi"), "1Gi", "2Gi", 1, null, null), knob, knob,
                false);
        return new GuardInput(List.of(), List.of(seen), GuardSettings.DEFAULTS,
                new ClusterObjects(ClusterObjects.Source.NONE, List.of()), "").observed(edit);
    }

    @Test
    void takesTheContainersOwnUse() {
        assertThat(match("app", APP, PROXY)).contains(APP);
        assertThat(match("proxy", APP, PROXY)).contains(PROXY);
        assertThat(match("other", APP, PROXY)).isEmpty();
    }

    @Test
    void takesTheMostWhereTheContainerIsUnknown() {
        assertThat(match("", APP, PROXY)).contains(new Observed("web", "app", Bytes.ofGi(4), Cpu.ofCores(2), 20));
        Observed whole = new Observed("web", "", Bytes.ofGi(5), null, 31);
        assertThat(match("app", whole, PROXY)).contains(whole);
        assertThat(match("", new Observed("other", "", Bytes.ofGi(9), null, 31))).isEmpty();
    }
}
