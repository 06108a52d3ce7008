CREATE TABLE price_list (
    file_id BIGINT NOT NULL,
    file_line BIGINT NOT NULL,
    provider VARCHAR NOT NULL,
    region VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    purchase_option VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    price DECIMAL(38,18) NOT NULL,
    currency VARCHAR NOT NULL,
    valid_from DATE NOT NULL
);
