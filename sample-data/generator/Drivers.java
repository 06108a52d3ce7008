import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// Writes what was done each day of October, for the cost of a unit of work: `drivers/units-2026-10.csv`.
final class Drivers {
    static final String FILE = "drivers/units-2026-10.csv";
    static final List<String> COLUMNS = List.of("date", "driver", "scope", "quantity", "unit");

    private static final List<Driver> ALL = List.of(
            new Driver("images", "data-processing/" + Case.FEATURE, "images", 2_400_000, 0.7),
            new Driver("images", "vision/ocr-workers", "images", 310_000, 0.8),
            new Driver("hours", "audio/audio-align", "hours of audio", 5_200, 0.9),
            new Driver("tokens", "language/caption-encoder", "million tokens", 840, 0.6));

    /// @param weekday quantity of a usual weekday
    /// @param weekend by what a weekend's is less
    record Driver(String name, String scope, String unit, long weekday, double weekend) {
    }

    void write() {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (Driver driver : ALL) {
            SplittableRandom random = new SplittableRandom(Case.SEED * 11 + driver.scope().hashCode());
            for (LocalDate day = Case.LAST.withDayOfMonth(1); !day.isAfter(Case.LAST_COMPLETE); day = day.plusDays(1)) {
                boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
                long quantity = Math.round(driver.weekday() * (weekend ? driver.weekend() : 1)
                        * (1 + 0.05 * (2 * random.nextDouble() - 1)));
                text.append(String.join(",", day.toString(), driver.name(), driver.scope(), Long.toString(quantity),
                        driver.unit())).append('\n');
            }
        }
        Output.write(FILE, text.toString());
    }
}
