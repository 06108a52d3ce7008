CREATE TABLE quality_import (
    import_id BIGINT NOT NULL,
    imported TIMESTAMP NOT NULL,
    source VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    first_day DATE NOT NULL,
    newest_day DATE NOT NULL
);
CREATE TABLE quality_day_cost (
    import_id BIGINT NOT NULL,
    source VARCHAR NOT NULL,
    account VARCHAR NOT NULL,
    service VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    day DATE NOT NULL,
    cost DECIMAL(38,18) NOT NULL,
    row_count BIGINT NOT NULL
);
