import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One pod as it was seen: the samples from `from` to before `to`, and who owns it.
record Pod(Workload workload, String name, String ownerKind, String ownerName, String node, int from, int to, String end) {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int DAY = 288;

    /// All pods of a workload over the window, named as its controller would. Flink in native mode makes the job manager's
    /// Deployment, which has the workload's name, the owner of the task managers.
    static List<Pod> of(Workload workload) {
        SplittableRandom random = new SplittableRandom(Case.SEED ^ workload.name().hashCode());
        List<Pod> pods = new ArrayList<>();
        int all = Case.SAMPLES;
        switch (workload.kind()) {
            case "StatefulSet" -> each(workload, i -> pods.add(pod(workload, workload.name() + "-" + i, "StatefulSet", i, 0, all)));
            case "SparkApplication" -> executors(workload, pods, text(random, "0123456789abcdef", 16));
            case "FlinkDeployment" -> each(workload,
                    i -> pods.add(pod(workload, workload.name() + "-taskmanager-1-" + (i + 1), "Deployment", i, 0, all)));
            case "CronJob" -> runs(workload, pods, random);
            default -> {
                int start = workload.name().equals("speech-vad") ? all - DAY - DAY / 2 : 0;
                int rollout = workload.name().equals(Case.COVERED) ? 9 * DAY + 158 : all;
                replicaSet(workload, pods, random, start, rollout);
                if (rollout < all)
                    replicaSet(workload, pods, random, rollout - 1, all);
            }
        }
        return pods;
    }

    private static void each(Workload workload, java.util.function.IntConsumer action) {
        for (int i = 0; i < workload.size().replicas(); i++)
            action.accept(i);
    }

    private static void replicaSet(Workload workload, List<Pod> pods, SplittableRandom random, int from, int to) {
        String owner = workload.name() + "-" + text(random, LETTERS, 10);
        each(workload, i -> pods.add(new Pod(workload, owner + "-" + text(random, LETTERS, 5), "ReplicaSet", owner,
                node(workload, i), from, to, "")));
    }

    /// Executors are owned by the driver's pod. One of the nine was lost and replaced on 19 October.
    private static void executors(Workload workload, List<Pod> pods, String run) {
        String driver = workload.name() + "-driver";
        int lost = workload.name().equals(Case.FEATURE) ? 8 * DAY + 131 : Case.SAMPLES;
        each(workload, i -> pods.add(new Pod(workload, workload.name() + "-" + run + "-exec-" + (i + 1), "Pod", driver,
                node(workload, i), 0, i == 3 ? lost : Case.SAMPLES, "")));
        if (lost < Case.SAMPLES)
            pods.add(new Pod(workload, workload.name() + "-" + run + "-exec-10", "Pod", driver, node(workload, 3), lost,
                    Case.SAMPLES, ""));
    }

    /// A run at 02:15 every night, two hours long. On five nights the first try dies at its memory limit and a second one works.
    private static void runs(Workload workload, List<Pod> pods, SplittableRandom random) {
        for (int day = 0; day < 21; day++) {
            int start = day * DAY + 27;
            long minute = Case.TELEMETRY_START.getEpochSecond() / 60 + start * 5L;
            String job = workload.name() + "-" + minute;
            boolean dies = day % 4 == 2;
            int first = start + (dies ? 9 : 24);
            pods.add(new Pod(workload, job + "-" + text(random, LETTERS, 5), "Job", job, node(workload, 0), start, first,
                    dies ? "killed" : ""));
            if (dies)
                pods.add(new Pod(workload, job + "-" + text(random, LETTERS, 5), "Job", job, node(workload, 0), first + 1,
                        start + 24, ""));
        }
    }

    private static Pod pod(Workload workload, String name, String ownerKind, int index, int from, int to) {
        return new Pod(workload, name, ownerKind, workload.name(), node(workload, index), from, to, "");
    }

    private static String node(Workload workload, int index) {
        return "ip-10-20-" + (10 + Case.WORKLOADS.indexOf(workload)) + "-" + (11 + 7 * index) + ".ec2.internal";
    }

    static String text(SplittableRandom random, String letters, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++)
            out.append(letters.charAt(random.nextInt(letters.length())));
        return out.toString();
    }

    SplittableRandom random() {
        return new SplittableRandom(Case.SEED + name.hashCode());
    }
}
