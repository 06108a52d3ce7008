package io.plimsoll.app.screen.repository;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;

import static org.assertj.core.api.Assertions.assertThat;

class KnobDetailsTest {
    private static final String TWO = """
                                      kind: Deployment
                                      metadata: {name: web}
                                      spec:
                                        replicas: 2
                                        template:
                                          spec:
                                            containers:
                                              - name: web
                                                resources:
                                                  requests: {memory: &size 1Gi}
                                                  limits: {memory: *size}
                                      """;

    private static List<Knob> knobs() {
        return Knobs.find("apps/web.yaml", TWO.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSharedValueNamesItsPlacesAndTheCommandThatChangesThemAll() {
        Knob shared = knobs().stream().filter(knob -> knob.path().toString().endsWith("requests.memory")).findFirst()
                .orElseThrow();
        assertThat(KnobDetails.isShared(shared)).isTrue();
        assertThat(shared.reason()).contains("apps/web.yaml:11");
        assertThat(KnobDetails.command(shared)).isEqualTo("plimsoll manifest set 'apps/web.yaml' --document 0 --path '"
                + shared.path() + "' --to '1Gi' --shared anchor");
    }

    @Test
    void aValueThatStandsAloneNeedsNoChoice() {
        assertThat(knobs()).filteredOn(knob -> knob.field().equals("replicas")).singleElement()
                .satisfies(knob -> assertThat(KnobDetails.isShared(knob)).isFalse());
    }
}
