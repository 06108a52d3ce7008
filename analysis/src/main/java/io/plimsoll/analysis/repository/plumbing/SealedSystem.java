package io.plimsoll.analysis.repository.plumbing;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// What JGit learns about the machine: nothing from the system's or the user's Git configuration (JGit would start `git` to
/// find it), no environment variable, all times UTC. Objects and refs are synced to disk.
final class SealedSystem extends SystemReader {
    private SealedSystem() {
        setPlatformChecker();
    }

    /// JGit keeps one reader a process; the first use of a repository sets it.
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof SealedSystem)) {
            SystemReader.setInstance(new SealedSystem());
        }
    }

    @Override
    public String getHostname() {
        return InetAddress.getLoopbackAddress().getHostName();
    }

    @Override
    @Nullable
    public String getenv(String variable) {
        return null;
    }

    @Override
    @Nullable
    public String getProperty(String key) {
        return System.getProperty(key);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        FixedConfig config = new FixedConfig(parent, fs);
        config.setBoolean("core", null, "fsyncObjectFiles", true);
        config.setBoolean("core", null, "fsyncRefFiles", true);
        return config;
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new FixedConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new FixedConfig(parent, fs);
    }

    @Override
    public long getCurrentTime() {
        return Instant.now().toEpochMilli();
    }

    @Override
    public int getTimezone(long when) {
        return 0;
    }

    @Override
    public ZoneOffset getTimeZoneAt(Instant when) {
        return ZoneOffset.UTC;
    }

    @Override
    public ZoneId getTimeZoneId() {
        return ZoneOffset.UTC;
    }

    /// A configuration without a file. Answers the time stamp resolution of every file system itself (one second, safe on
    /// all), so that JGit does not write probe files into the clone to measure it.
    private static final class FixedConfig extends FileBasedConfig {
        FixedConfig(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // nothing to load
        }

        @Override
        public void save() {
            // nothing is kept
        }

        @Override
        public boolean isOutdated() {
            return false;
        }

        @Override
        public long getTimeUnit(String section, String subsection, String name, long defaultValue, TimeUnit unit) {
            return "filesystem".equals(section)
                    ? unit.convert(Duration.ofSeconds(1))
                    : super.getTimeUnit(section, subsection, name, defaultValue, unit);
        }
    }
}
