ALTER TABLE cube_tag ADD COLUMN kind VARCHAR DEFAULT 'tag';
CREATE TABLE cube_choice (
    automatic BOOLEAN NOT NULL
);
INSERT INTO cube_choice VALUES (true);
