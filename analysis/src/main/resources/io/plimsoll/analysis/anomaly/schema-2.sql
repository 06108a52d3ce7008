ALTER TABLE anomaly_label ADD COLUMN until DATE;
ALTER TABLE anomaly_label ADD COLUMN domain VARCHAR;
ALTER TABLE anomaly_label ADD COLUMN slice VARCHAR;
ALTER TABLE anomaly_label ADD COLUMN measure VARCHAR;
ALTER TABLE anomaly_label ADD COLUMN family VARCHAR;
ALTER TABLE anomaly_label ADD COLUMN starts DATE;
ALTER TABLE anomaly_label ADD COLUMN days BIGINT;
ALTER TABLE anomaly_label ADD COLUMN unit VARCHAR;
ALTER TABLE anomaly_label ADD COLUMN size DECIMAL(38,18);
CREATE TABLE planned_activity (
    id VARCHAR PRIMARY KEY,
    what VARCHAR NOT NULL,
    starts DATE NOT NULL,
    until DATE NOT NULL,
    slice VARCHAR NOT NULL,
    up_to DECIMAL(38,18),
    currency VARCHAR,
    up_to_percent DECIMAL(38,18),
    added TIMESTAMP NOT NULL
);
