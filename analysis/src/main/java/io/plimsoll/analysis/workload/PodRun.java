package io.plimsoll.analysis.workload;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which run of a job a pod belongs to, from its name.
public final class PodRun {
    private static final String RANDOM = "[bcdfghjklmnpqrstvwxz2456789]";
    /// The scheduled minute of a CronJob, the hash of a Spark application, the second of a CronWorkflow.
    private static final List<Pattern> RUNS = List.of(Pattern.compile(".+-([0-9]{8})-(?:[0-9]+-)?" + RANDOM + "{5}"),
            Pattern.compile(".+-([0-9a-f]{16})-(?:exec-[0-9]+|driver)"),
            Pattern.compile(".+-([0-9]{10})(?:-.+)?-[0-9]{6,10}"));

    private PodRun() {
    }

    /// Empty if the name says none.
    public static String of(String pod) {
        for (Pattern each : RUNS) {
            Matcher matcher = each.matcher(pod);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return "";
    }
}
