package io.plimsoll.analysis.allocation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SharedKeysTest {
    @TempDir
    Path folder;

    private SharedKeys read(String rows) throws IOException {
        return SharedKeys.read(Files.writeString(folder.resolve("keys.csv"), rows.replace('|', '\n') + "\n"));
    }

    @Test
    void serviceComesAfterAllThatGiveToIt() throws IOException {
        SharedKeys keys = read("weight,consumer,service|2,vision,platform|1,audio,platform|"
                + "1,platform,__control-plane__|1,platform/kafka,kube-system|0.5,vision,platform/kafka");
        assertThat(keys.services()).containsExactlyInAnyOrder("platform", "__control-plane__", "kube-system",
                "platform/kafka").satisfies(services -> {
                    assertThat(services.indexOf("__control-plane__")).isLessThan(services.indexOf("platform"));
                    assertThat(services.indexOf("kube-system")).isLessThan(services.indexOf("platform/kafka"));
                });
        assertThat(keys.consumers("platform")).containsOnlyKeys("audio", "vision");
        assertThat(keys.serviceOf(Tenant.workload("c", "platform", "kafka"))).contains("platform/kafka");
        assertThat(keys.serviceOf(Tenant.workload("c", "platform", "other"))).contains("platform");
        assertThat(keys.serviceOf(Tenant.workload("c", "vision", "ocr"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "KEYS_CYCLE; circle; service,consumer,weight|a,b,1|b,c,1|c,a,1",
        "KEYS_CYCLE; a > a; service,consumer,weight|a,a,1",
        "KEYS_CYCLE; circle; service,consumer,weight|platform/kafka,platform,1",
        "KEYS_CYCLE; circle; service,consumer,weight|platform,platform/kafka,1",
        "ROW_UNREADABLE; keys.csv, line 3: weight is not a number above 0: none; service,consumer,weight|a,b,1|a,c,none",
        "ROW_UNREADABLE; line 2: weight is not a number above 0: -1; service,consumer,weight|a,b,-1",
        "ROW_UNREADABLE; line 2: weight is not a number above 0: 0; service,consumer,weight|a,b,0",
        "ROW_UNREADABLE; line 2: consumer is missing; service,consumer,weight|a,,1",
        "ROW_UNREADABLE; line 2: weight is not a number above 0; service,consumer,weight|a,b",
        "ROW_TWICE; line 3: a has a key for b already; service,consumer,weight|a,b,1|a,b,2",
        "MISSING_COLUMN; no column weight; service,consumer|a,b", "FILE_EMPTY; no keys; service,consumer,weight"})
    void damagedOrCircularKeysAreRefused(String code, String sentence, String rows) {
        assertThatThrownBy(() -> read(rows)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.kind()).isEqualTo(StepFailure.Kind.BAD_INPUT);
            assertThat(failure.message()).contains(sentence);
            assertThat(failure.remedy()).isNotBlank();
        });
    }

    @Test
    void workloadWithKeysOfItsOwnMayGetFromItsNamespace() throws IOException {
        assertThat(read("service,consumer,weight|platform,platform/kafka,1|platform,vision,1|platform/kafka,vision,1")
                .services()).containsExactly("platform", "platform/kafka");
    }
}
