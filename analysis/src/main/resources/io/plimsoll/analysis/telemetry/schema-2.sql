ALTER TABLE telemetry_file ADD COLUMN file_id BIGINT;
ALTER TABLE telemetry_file ADD COLUMN series BIGINT;
ALTER TABLE telemetry_file ADD COLUMN samples BIGINT;
ALTER TABLE telemetry_file ADD COLUMN first_time TIMESTAMP;
ALTER TABLE telemetry_file ADD COLUMN last_time TIMESTAMP;
ALTER TABLE telemetry_sample ADD COLUMN file_id BIGINT;
ALTER TABLE telemetry_repair ADD COLUMN file_id BIGINT;
ALTER TABLE telemetry_reject ADD COLUMN file_id BIGINT;
