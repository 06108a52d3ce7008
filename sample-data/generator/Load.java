import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The samples of one workload's pods: shaped first, then scaled until the percentile and the maximum are those of the case.
final class Load {
    private static final int DAY = 288;
    final Workload workload;
    final List<Pod> pods;
    /// Cores and GiB by pod and sample; NaN where there is none.
    final double[][] cpu;
    final double[][] memory;

    Load(Workload workload) {
        this.workload = workload;
        pods = Pod.of(workload);
        double[] shared = demand();
        cpu = pods.stream().map(pod -> cpu(pod, shared)).toArray(double[][]::new);
        memory = pods.stream().map(pod -> memory(pod, shared)).toArray(double[][]::new);
        gaps();
        calibrate();
    }

    /// What all pods of the workload see alike: hour, weekday, slow noise and bursts; about 1 at a busy hour.
    private double[] demand() {
        SplittableRandom random = new SplittableRandom(Case.SEED * 7 + workload.name().hashCode());
        double[] out = new double[Case.SAMPLES];
        double drift = 0;
        int burst = 0;
        for (int i = 0; i < out.length; i++) {
            drift = 0.97 * drift + 0.015 * random.nextGaussian();
            burst = burst > 0 ? burst - 1 : random.nextInt(700) == 0 ? 2 + random.nextInt(5) : 0;
            out[i] = Math.max(0.05, season(i) * (1 + drift) * (burst > 0 ? 1.22 : 1));
        }
        return out;
    }

    private double season(int sample) {
        double hour = sample % DAY / 12.0;
        int weekday = (sample / DAY + 6) % 7; // the window starts on a Sunday; 0 is Monday
        double week = weekday >= 5 ? 0.62 : 1;
        return switch (workload.load().day()) {
            case OFFICE -> 0.35 + 0.65 * week * bell(hour, 14, 4.2);
            case EVENING -> 0.40 + 0.60 * (2 - week) / 1.38 * bell(hour, 20, 3.5);
            case NIGHT_BATCH -> hour >= 1 && hour < 6 ? 1 : 0.22 + 0.1 * week;
            case FLAT -> 0.85 + 0.1 * week * bell(hour, 12, 5);
        };
    }

    private static double bell(double hour, double peak, double width) {
        double distance = Math.min(Math.abs(hour - peak), 24 - Math.abs(hour - peak));
        return StrictMath.exp(-distance * distance / (2 * width * width));
    }

    private double[] cpu(Pod pod, double[] shared) {
        SplittableRandom random = pod.random();
        double own = 1 + 0.03 * random.nextGaussian();
        double[] out = nothing();
        for (int i = pod.from(); i < pod.to(); i++) {
            boolean starting = pod.from() > 0 && i < pod.from() + 3;
            out[i] = shared[i] * own * (1 + 0.05 * random.nextGaussian()) * (starting ? 1.5 : 1);
        }
        return out;
    }

    private double[] memory(Pod pod, double[] shared) {
        SplittableRandom random = pod.random();
        double[] out = nothing();
        int period = 60 + random.nextInt(30);
        for (int i = pod.from(); i < pod.to(); i++) {
            int age = i - pod.from();
            double saw = (double) (age % period) / period;
            double warm = 1 - 0.55 * StrictMath.exp(-age / 30.0);
            out[i] = switch (workload.load().memory()) {
                case PLATEAU -> (pod.from() == 0 ? 1 : warm) * (0.94 + 0.05 * saw + 0.004 * random.nextGaussian());
                case SAWTOOTH -> (pod.from() == 0 ? 1 : warm) * (0.62 + 0.33 * saw + 0.008 * random.nextGaussian());
                case WITH_LOAD -> 0.55 + 0.4 * Math.min(1.15, shared[i]) + 0.01 * random.nextGaussian();
                case UP_TO_THE_LIMIT -> pod.end().equals("killed") ? Math.min(1, 0.45 + 0.07 * age)
                        : 0.45 + 0.45 * (age / 24.0) + 0.02 * random.nextDouble();
            };
        }
        return out;
    }

    /// quality-gate lost its scrape for 26 hours, for 9 hours and four times for 40 minutes.
    private void gaps() {
        if (!workload.name().equals("quality-gate"))
            return;
        int[][] holes = {{3 * DAY + 110, 312}, {9 * DAY + 20, 108}, {5 * DAY, 8}, {7 * DAY + 60, 8}, {12 * DAY + 200, 8},
                {17 * DAY + 90, 8}};
        for (int[] hole : holes)
            for (int p = 0; p < pods.size(); p++) {
                Arrays.fill(cpu[p], hole[0], hole[0] + hole[1], Double.NaN);
                Arrays.fill(memory[p], hole[0], hole[0] + hole[1], Double.NaN);
            }
    }

    /// The busiest pod gets the percentile of the case; for feature-extraction, whose load is shared, the sum of all pods does.
    private void calibrate() {
        boolean sum = workload.name().equals(Case.FEATURE);
        double p995 = sum ? percentile(total(cpu)) / workload.size().replicas() : busiestCpu();
        double max = sum ? max(total(memory)) / workload.size().replicas() : highestMemory();
        scale(cpu, workload.load().cpuP995() / p995, Double.parseDouble(workload.size().cpu()) * 0.99, 1000);
        scale(memory, workload.load().memoryMaxGiB() / max, workload.load().memoryMaxGiB() * 1.2, 256);
    }

    /// Rounds as the files do: to millicores and to 4 MiB.
    private static void scale(double[][] series, double factor, double cap, double steps) {
        for (double[] values : series)
            for (int i = 0; i < values.length; i++)
                values[i] = Math.rint(Math.min(cap, values[i] * factor) * steps) / steps;
    }

    double busiestCpu() {
        return Arrays.stream(cpu).mapToDouble(Load::percentile).max().orElseThrow();
    }

    double highestMemory() {
        return Arrays.stream(memory).mapToDouble(Load::max).max().orElseThrow();
    }

    /// Sum over the pods, sample by sample.
    double[] total(double[][] series) {
        double[] out = new double[Case.SAMPLES];
        for (int i = 0; i < out.length; i++)
            for (double[] values : series)
                out[i] += Double.isNaN(values[i]) ? 0 : values[i];
        return out;
    }

    static double percentile(double[] values) {
        double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return sorted[(int) Math.ceil(0.995 * sorted.length) - 1];
    }

    static double max(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElseThrow();
    }

    private static double[] nothing() {
        double[] out = new double[Case.SAMPLES];
        Arrays.fill(out, Double.NaN);
        return out;
    }
}
