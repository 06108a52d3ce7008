CREATE TABLE driver_quantity (
    file_id BIGINT NOT NULL,
    file_line BIGINT NOT NULL,
    driver_date DATE NOT NULL,
    driver VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    quantity DECIMAL(38,18) NOT NULL,
    unit VARCHAR NOT NULL
);
