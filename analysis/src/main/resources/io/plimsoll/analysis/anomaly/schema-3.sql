CREATE TABLE anomaly_signal_kept (
    state VARCHAR NOT NULL,
    signals VARCHAR NOT NULL
);
