package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PlainCommandsTest {
    private static final String MANIFEST = """
                                           kind: SparkApplication
                                           metadata: {name: job, namespace: data}
                                           spec:
                                             executor:
                                               memory: 2g # measured
                                               instances: 4
                                           """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void costIsJudgedRowByRowAndAGapStaysEmpty() throws IOException {
        StringBuilder csv = new StringBuilder("\uFEFFseries,day,cost,extra\r\n");
        for (int i = 0; i < 60; i++) {
            String cost = i == 20 ? "" : i == 50 ? "900" : Integer.toString(100 + i % 3);
            csv.append("\"a,b\",").append(LocalDate.of(2026, 1, 1).plusDays(i)).append(',').append(cost)
                    .append(",x\r\n");
        }
        CommandLineRun run = CommandLineRun.of("series", "cost", file("c.csv", csv.toString()));
        List<String> lines = run.out().lines().toList();
        assertThat(run.exitCode()).isZero();
        assertThat(lines.getFirst()).isEqualTo("series,day,cost,expected,low,high,score,alert,kind");
        assertThat(lines).hasSize(61);
        assertThat(lines.get(21)).startsWith("\"a,b\",2026-01-21,,");
        assertThat(lines.get(51)).contains(",true,").endsWith("spike");
    }

    @Test
    void telemetryIsJudgedRowByRowWithAnyHeaderCase() throws IOException {
        StringBuilder csv = new StringBuilder("TimeStamp,Value,Label\n");
        for (int i = 0; i < 200; i++) {
            csv.append("2026-01-%02d %02d:00:00,".formatted(1 + i / 24, i % 24))
                    .append(i == 20 ? "" : i == 150 ? "0" : Integer.toString(100 + i % 24)).append(",0\n");
        }
        CommandLineRun run = CommandLineRun.of("series", "detect", file("c.csv", csv.toString()));
        List<String> lines = run.out().lines().toList();
        assertThat(run.exitCode()).isZero();
        assertThat(lines.getFirst()).isEqualTo("file,timestamp,value,score,alert,kind");
        assertThat(lines).hasSize(201);
        assertThat(lines.get(21)).contains(",2026-01-01T20:00:00Z,,0.0,false,");
        assertThat(lines.get(151)).contains(",0.0,0.", ",true,").endsWith("disappeared");
    }

    @Test
    void causeNamesOnlyTheElementsOfTheAnswer() throws IOException {
        StringBuilder csv = new StringBuilder("region,service,real,predict\n");
        for (String region : List.of("r1", "r2", "r3", "r4")) {
            for (String service : List.of("s1", "s2", "s3", "s4", "s5")) {
                csv.append(region).append(',').append(service)
                        .append(region.equals("r2") ? ",300,100\n" : ",100,100\n");
            }
        }
        CommandLineRun run = CommandLineRun.of("cause", "--json", file("c.csv", csv.toString()));
        assertThat(run.json()).hasSize(1);
        assertThat(run.json().get(0).get("element").asString()).isEqualTo("region=r2");
    }

    @Test
    void sizesComeFromEveryStrategy() throws IOException {
        StringBuilder csv = new StringBuilder("time,workload,replica,cpu_cores,memory_bytes\n");
        for (int i = 0; i < 14 * 288; i++) {
            csv.append(1_760_000_000L + 300L * i).append(",w,r,").append(0.2 + 0.1 * (i % 5)).append(",1000000000\n");
        }
        CommandLineRun run = CommandLineRun.of("sizes", file("u.csv", csv.toString()));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\nw,replay,", "\nw,vpa,", "\nw,krr-simple,", "\nw,peak,");
    }

    @Test
    void manifestValueIsWrittenInTheAuthorsUnitAndOnlyThere() throws IOException {
        Path manifest = file("m.yaml", MANIFEST);
        Object[] set = {"manifest", "set", manifest, "--path", "spec.executor.memory", "--to", "3Gi"};
        CommandLineRun told = CommandLineRun.of(set);
        assertThat(told.exitCode()).isZero();
        assertThat(told.out()).contains("-    memory: 2g # measured", "+    memory: 3g # measured");
        assertThat(manifest).as("only told").hasContent(MANIFEST);

        assertThat(CommandLineRun
                .of("manifest", "set", manifest, "--path", "spec.executor.memory", "--to", "3Gi", "--path",
                        "spec.executor.instances", "--to", "2", "--write")
                .exitCode()).isZero();
        assertThat(manifest).hasContent(MANIFEST.replace("2g", "3g").replace("instances: 4", "instances: 2"));
        assertThat(CommandLineRun.of("manifest", "knobs", manifest).out())
                .contains(",spec.executor.memory,SparkApplication,data,job,");
    }

    @Test
    void aPathThatDidNotExistIsSaidToBeAdded() throws IOException {
        Path manifest = file("n.yaml", MANIFEST);
        CommandLineRun run = CommandLineRun.of("manifest", "set", manifest, "--path", "spec.executor.memoryy", "--to",
                "3g", "--path", "spec.executor.memory", "--to", "3g");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("spec.executor.memoryy did not exist and is added.")
                .doesNotContain("spec.executor.memory did");
    }

    @Test
    void refusalsAndBadFilesHaveTheirExitCodes() throws IOException {
        Path alias = file("a.yaml", "kind: Deployment\nspec:\n  replicas: &n 3\nother: *n\n");
        CommandLineRun refused = CommandLineRun.of("manifest", "set", alias, "--path", "spec.replicas", "--to", "2",
                "--json");
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.error().get("code").asString()).isEqualTo("ALIAS");
        assertThat(CommandLineRun.of("series", "cost", folder.resolve("absent.csv")).exitCode()).isEqualTo(3);
        assertThat(CommandLineRun.of("cause", file("e.csv", "")).err()).startsWith("FILE_EMPTY");
        assertThat(CommandLineRun.of("series", "cost", file("w.csv", "a,b\n1,2\n")).err()).startsWith("CSV_COLUMN");
        assertThat(CommandLineRun.of("series", "cost", file("v.csv", "series,day,cost\na,soon,1\n")).err())
                .startsWith("CSV_VALUE");
        assertThat(CommandLineRun.of("series", "cost", file("r.csv", "series,day,cost\na,2026-01-01\n")).err())
                .startsWith("CSV_ROW");
    }

    @Test
    void manifestTraceNamesThePlaceAndWhoSharesIt() throws IOException {
        Path clone = Files.createDirectories(folder.resolve("clone"));
        String kustomization = "resources: [../base]\nnamespace: %s\n";
        for (String overlay : List.of("dev", "prod")) {
            Path file = Files.createDirectories(clone.resolve(overlay)).resolve("kustomization.yaml");
            Files.writeString(file, kustomization.formatted(overlay));
        }
        Path base = Files.createDirectories(clone.resolve("base"));
        Files.writeString(base.resolve("kustomization.yaml"), "resources: [web.yaml]\n");
        Files.writeString(base.resolve("web.yaml"),
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  replicas: 3\n");
        Files.createDirectories(clone.resolve(".git"));
        Files.writeString(clone.resolve(".git/x.yaml"), "kind: Deployment\napiVersion: v1\nspec: {replicas: 1}\n");
        CommandLineRun run = CommandLineRun.of("manifest", "trace", clone);
        assertThat(run.out())
                .isEqualToNormalizingNewlines("""
                                              root,kind,namespace,name,container,field,value,file,line,path,shared_by
                                              dev,Deployment,dev,web,,replicas,3,base/web.yaml,5,spec.replicas,prod
                                              prod,Deployment,prod,web,,replicas,3,base/web.yaml,5,spec.replicas,dev
                                              """);
        Files.writeString(clone.resolve("app.yaml"), "apiVersion: argoproj.io/v1alpha1\nkind: Application\n"
                + "metadata: {name: a}\nspec: {source: {path: nowhere}}\n");
        CommandLineRun json = CommandLineRun.of("manifest", "trace", clone, "--json");
        assertThat(json.out()).contains("\"shared_by\" : [ \"prod\" ]", "\"shadowed\" : [ ]", "\"note\" : \"\"",
                "\"reason\" : \"NOT_HERE: nowhere of  is not in this clone\"");
        assertThat(json.err()).contains("Application//a: NOT_HERE");
    }
}
