CREATE TABLE conformance_file (
    file_id BIGINT NOT NULL,
    edition VARCHAR NOT NULL,
    row_count BIGINT NOT NULL
);
CREATE TABLE conformance_column (
    file_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    value_count BIGINT NOT NULL
);
CREATE TABLE conformance_finding (
    file_id BIGINT NOT NULL,
    rule VARCHAR NOT NULL,
    checked BIGINT NOT NULL,
    failed BIGINT NOT NULL
);
CREATE TABLE conformance_sample (
    file_id BIGINT NOT NULL,
    rule VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    cells VARCHAR NOT NULL
);
