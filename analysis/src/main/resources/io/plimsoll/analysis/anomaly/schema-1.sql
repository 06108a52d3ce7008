CREATE TABLE anomaly_label (
    finding VARCHAR PRIMARY KEY,
    label VARCHAR NOT NULL,
    labelled TIMESTAMP NOT NULL
);
