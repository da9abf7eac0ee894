-- The store of `clusterdoc run`. Offsets count characters (code points), half open, into documents.text.
PRAGMA application_id = 0x636C7374;  -- "clst"
PRAGMA user_version = 2;

-- What made the facts: the same text under another extractor is another document.
CREATE TABLE extractors (
  id INTEGER PRIMARY KEY,
  clusterdoc TEXT NOT NULL,
  model TEXT NOT NULL,
  options TEXT NOT NULL,
  UNIQUE (clusterdoc, model, options)
);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  extractor INTEGER NOT NULL REFERENCES extractors (id),
  corpus TEXT NOT NULL,             -- JSON list of paths
  workers TEXT NOT NULL,            -- "2 jobs", or the address of a cluster
  started TEXT NOT NULL,            -- UTC
  ended TEXT,                       -- NULL: still running, or cut off
  documents INTEGER NOT NULL DEFAULT 0,
  words INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  extractor INTEGER NOT NULL REFERENCES extractors (id),
  run INTEGER NOT NULL REFERENCES runs (id),
  article TEXT NOT NULL,            -- the id of its record, else its file, or file:line
  title TEXT,
  date TEXT,                        -- day of publication as the record or --date gave it, ISO 8601
  published TEXT,                   -- the same, else the day that the article itself gives
  url TEXT,
  format TEXT,                      -- "text", "html", "pdf" …
  sha256 TEXT NOT NULL,             -- of the text
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  sentences TEXT NOT NULL,          -- JSON list of [start, end]
  meta TEXT                         -- JSON object: the other keys of the record
);
CREATE UNIQUE INDEX documents_key ON documents (extractor, sha256, ifnull(date, ''));
CREATE UNIQUE INDEX documents_article ON documents (extractor, article);
CREATE INDEX documents_published ON documents (published);

-- Further articles with the very text and date of a document: read once, stored once.
CREATE TABLE copies (
  extractor INTEGER NOT NULL REFERENCES extractors (id),
  article TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  title TEXT,
  meta TEXT,
  PRIMARY KEY (extractor, article)
) WITHOUT ROWID;
CREATE INDEX copies_document ON copies (document);

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT,
  mentions INTEGER NOT NULL
);
CREATE INDEX entities_document ON entities (document);
CREATE INDEX entities_name ON entities (name, label);

CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  entity INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  found_by TEXT NOT NULL            -- "model" or "rule:NAME"
);
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX mentions_entity ON mentions (entity);

CREATE TABLE quotes (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  speaker_entity INTEGER REFERENCES entities (id),
  type TEXT NOT NULL,               -- direct, indirect, mixed
  text TEXT NOT NULL,
  speaker TEXT,                     -- the resolved name; NULL when the text does not tell
  speaker_text TEXT,                -- the words beside the cue: "he"
  speaker_start INTEGER,
  speaker_end INTEGER,
  has_speaker INTEGER NOT NULL,     -- 0: nobody is said to have said it
  cue TEXT,
  cue_start INTEGER,
  cue_end INTEGER,
  parts TEXT NOT NULL,              -- JSON list of [start, end]
  scare INTEGER NOT NULL,           -- 1: words in quotation marks that are no speech
  found_by TEXT                     -- "rule:NAME"
);
CREATE INDEX quotes_document ON quotes (document);
CREATE INDEX quotes_speaker ON quotes (speaker);
CREATE INDEX quotes_speaker_entity ON quotes (speaker_entity);

-- Whom and what a quote is about: the entities that its content names, the speaker left out.
CREATE TABLE quote_entities (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  quote INTEGER NOT NULL REFERENCES quotes (id),
  entity INTEGER NOT NULL REFERENCES entities (id)
);
CREATE INDEX quote_entities_document ON quote_entities (document);
CREATE INDEX quote_entities_quote ON quote_entities (quote);
CREATE INDEX quote_entities_entity ON quote_entities (entity);

CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  quote INTEGER REFERENCES quotes (id),
  same_as INTEGER REFERENCES figures (id) DEFERRABLE INITIALLY DEFERRED,
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  bound TEXT NOT NULL,              -- = ~ < <= > >= range
  unit TEXT,
  trend TEXT,
  role TEXT NOT NULL,
  of TEXT,                          -- what it measures
  of_start INTEGER,
  of_end INTEGER,
  date TEXT,
  timex TEXT,
  speaker TEXT,                     -- who stated it
  weak INTEGER NOT NULL,            -- 1: a bare "one", a vague "several"
  per TEXT,                         -- "barrel" in "$82 a barrel"
  found_by TEXT,                    -- the rule that found the number
  of_found_by TEXT,                 -- the rule that found what it measures
  sentence TEXT NOT NULL            -- where it stands
);
CREATE INDEX figures_document ON figures (document);
CREATE INDEX figures_quote ON figures (quote);
CREATE INDEX figures_same_as ON figures (same_as);
CREATE INDEX figures_value ON figures (kind, unit, value);
CREATE INDEX figures_speaker ON figures (speaker);

CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  extractor INTEGER NOT NULL REFERENCES extractors (id),
  run INTEGER NOT NULL REFERENCES runs (id),
  article TEXT NOT NULL,
  sha256 TEXT,                      -- NULL: it could not be read
  date TEXT,
  error TEXT NOT NULL,              -- the class of the error
  message TEXT NOT NULL,
  UNIQUE (extractor, article)
);
CREATE INDEX failures_key ON failures (extractor, sha256);

-- Words: SELECT ... FROM quotes WHERE id IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH 'dud AND rate')
-- Datasette and sqlite-utils know an index by content="…", written just so.
CREATE VIRTUAL TABLE documents_fts USING fts5 (
  title, text, content="documents", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quotes_fts USING fts5 (
  text, speaker, content="quotes", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE figures_fts USING fts5 (
  sentence, content="figures", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
  INSERT INTO documents_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
  INSERT INTO documents_fts (documents_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER documents_renamed AFTER UPDATE OF title ON documents BEGIN
  INSERT INTO documents_fts (documents_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO documents_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER quotes_added AFTER INSERT ON quotes BEGIN
  INSERT INTO quotes_fts (rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
END;
CREATE TRIGGER quotes_removed AFTER DELETE ON quotes BEGIN
  INSERT INTO quotes_fts (quotes_fts, rowid, text, speaker) VALUES ('delete', old.id, old.text, old.speaker);
END;
CREATE TRIGGER figures_added AFTER INSERT ON figures BEGIN
  INSERT INTO figures_fts (rowid, sentence) VALUES (new.id, new.sentence);
END;
CREATE TRIGGER figures_removed AFTER DELETE ON figures BEGIN
  INSERT INTO figures_fts (figures_fts, rowid, sentence) VALUES ('delete', old.id, old.sentence);
END;

-- The views answer for the extractor of the latest run, so that two versions or models in one store count nothing
-- twice. Ask these rather than the tables above, which hold the facts of every extractor.
CREATE VIEW current AS
SELECT * FROM documents WHERE extractor = (SELECT extractor FROM runs ORDER BY id DESC LIMIT 1);

CREATE VIEW current_entities AS
SELECT e.*, d.article, d.published FROM entities AS e JOIN current AS d ON d.id = e.document;

CREATE VIEW current_quotes AS
SELECT q.*, d.article, d.published FROM quotes AS q JOIN current AS d ON d.id = q.document;

CREATE VIEW current_figures AS
SELECT f.*, d.article, d.published FROM figures AS f JOIN current AS d ON d.id = f.document;

-- Those who have a name: "officials" and "reports" say much, and are nobody. A name has the label that it has most often.
CREATE VIEW speakers AS
SELECT
  q.speaker,
  (
    SELECT e.label FROM current_quotes AS one JOIN entities AS e ON e.id = one.speaker_entity
    WHERE one.speaker = q.speaker
    GROUP BY e.label ORDER BY count(*) DESC, e.label LIMIT 1
  ) AS label,
  count(*) AS quotes,
  sum(q.type = 'direct') AS direct,
  count(DISTINCT q.document) AS documents,
  min(q.published) AS first_date,
  max(q.published) AS last_date
FROM current_quotes AS q
WHERE q.speaker IS NOT NULL AND q.speaker_entity IS NOT NULL
GROUP BY q.speaker
ORDER BY quotes DESC, q.speaker;

CREATE VIEW said_about AS
SELECT
  q.speaker, e.name AS about, e.label, q.type, q.text AS quote,
  d.article, d.title, d.published, q.id AS quote_id, e.id AS entity_id, q.document
FROM quote_entities AS link
JOIN quotes AS q ON q.id = link.quote
JOIN entities AS e ON e.id = link.entity
JOIN current AS d ON d.id = q.document
WHERE NOT q.scare
ORDER BY d.id, q.id, e.id;

CREATE VIEW figures_by_speaker AS
SELECT
  f.speaker, f.kind, f.text AS figure, f.bound, f.value, f.low, f.high, f.unit, f.per, f.of, f.role, f.trend,
  f.sentence, d.article, d.title, d.published, f.id AS figure_id, f.document
FROM figures AS f JOIN current AS d ON d.id = f.document
WHERE f.speaker IS NOT NULL AND NOT f.weak
ORDER BY f.speaker, d.published, f.id;

CREATE VIEW quotes_with_figures AS
SELECT
  q.speaker, q.type, q.text AS quote, f.text AS figure, f.kind, f.bound, f.value, f.low, f.high, f.unit, f.per, f.of,
  d.article, d.title, d.published, q.id AS quote_id, f.id AS figure_id, q.document
FROM figures AS f JOIN quotes AS q ON q.id = f.quote JOIN current AS d ON d.id = q.document
WHERE NOT f.weak
ORDER BY d.id, q.id, f.id;
