package io.plimsoll.analysis.allocation.split;

/// Amounts of the three things that a machine has, over a day: core-hours, GiB-hours, hours of a whole GPU.
public record Resources(double cpu, double memory, double gpu) {
    public static final Resources NONE = new Resources(0, 0, 0);

    public Resources plus(Resources other) {
        return new Resources(cpu + other.cpu, memory + other.memory, gpu + other.gpu);
    }

    public boolean isNone() {
        return cpu <= 0 && memory <= 0 && gpu <= 0;
    }

    double[] parts() {
        return new double[]{cpu, memory, gpu};
    }
}
