BEGIN TRANSACTION;
CREATE TABLE attempts (
	id INTEGER NOT NULL, 
	visit INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	started TEXT NOT NULL, 
	ended TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	failure TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	complete BOOLEAN NOT NULL, 
	signature TEXT NOT NULL, 
	browser TEXT NOT NULL, 
	page_loads INTEGER NOT NULL, 
	wall_s FLOAT NOT NULL, 
	cpu_s FLOAT, 
	peak_mb FLOAT, 
	refused TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (visit, number), 
	FOREIGN KEY(visit) REFERENCES visits (id)
);
INSERT INTO "attempts" VALUES(1,1,1,'2026-03-02T09:00:00+00:00','2026-03-02T09:00:00+00:00','error','browser','the browser died',0,'{}','{}',0,0.0,NULL,NULL,'[]');
INSERT INTO "attempts" VALUES(2,1,2,'2026-03-02T09:00:00+00:00','2026-03-02T09:00:00+00:00','measured','','',1,'{"status":200}','{}',7,0.0,NULL,NULL,'[]');
INSERT INTO "attempts" VALUES(3,2,1,'2026-03-02T09:00:00+00:00','2026-03-02T09:00:00+00:00','measured','','',1,'{"status":200}','{}',7,0.0,NULL,NULL,'[]');
INSERT INTO "attempts" VALUES(4,3,1,'2026-03-02T09:00:00+00:00','2026-03-02T09:00:00+00:00','blocked','','',1,'{"status":200}','{}',7,0.0,NULL,NULL,'[]');
CREATE TABLE cities (
	id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	json TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (position)
);
INSERT INTO "cities" VALUES('qinghe',0,'{"checked":"","circumstances":"","groups":{},"hints":{},"id":"qinghe","lang":"zh","name":"清河","name_en":"Qinghe","portals":{"portal":"http://qinghe.portal.test:8000/"},"region":"华北","source":"","tier":"","timezone":"Asia/Shanghai"}');
INSERT INTO "cities" VALUES('linhai',1,'{"checked":"","circumstances":"","groups":{},"hints":{},"id":"linhai","lang":"zh","name":"临海","name_en":"Linhai","portals":{"portal":"http://linhai.portal.test:8000/"},"region":"华东","source":"","tier":"","timezone":"Asia/Shanghai"}');
INSERT INTO "cities" VALUES('yunshan',2,'{"checked":"","circumstances":"","groups":{},"hints":{},"id":"yunshan","lang":"zh","name":"云山","name_en":"Yunshan","portals":{"portal":"http://yunshan.portal.test:8000/"},"region":"华东","source":"","tier":"","timezone":"Asia/Shanghai"}');
CREATE TABLE deviations (
	id INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "deviations" VALUES(1,'2026-03-02T09:00:00+00:00','Linhai moved its portal');
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "meta" VALUES('schema','2');
INSERT INTO "meta" VALUES('plan','{"basket":["guide_blank_form","guide_logic","tech_load","proc_trips","gate_service"],"channels":["portal"],"coverage":0.7,"lab":true,"left_out_share":0.1,"scenario":"business_startup","steps":["registration","seal"],"vantage":"","weights":"default","window":["2026-03-02","2026-03-06"]}');
CREATE TABLE observations (
	id INTEGER NOT NULL, 
	visit INTEGER NOT NULL, 
	attempt INTEGER NOT NULL, 
	indicator TEXT NOT NULL, 
	step TEXT NOT NULL, 
	status TEXT NOT NULL, 
	value TEXT NOT NULL, 
	score FLOAT, 
	evidence TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	observer TEXT NOT NULL, 
	observed_at TEXT, 
	recorded_at TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (visit, indicator, step, attempt), 
	FOREIGN KEY(visit) REFERENCES visits (id), 
	FOREIGN KEY(attempt) REFERENCES attempts (id)
);
INSERT INTO "observations" VALUES(1,1,2,'tech_load','','observed','9',NULL,'[{"file":"","note":"","quote":"办理地点：无","screenshot":"","snapshot":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://qinghe.portal.test:8000/guide/1"}]','','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.108568+00:00');
INSERT INTO "observations" VALUES(2,1,2,'guide_blank_form','registration','observed','"broken"',NULL,'[{"file":"","note":"","quote":"办理地点：无","screenshot":"","snapshot":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://qinghe.portal.test:8000/guide/1"}]','','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.108593+00:00');
INSERT INTO "observations" VALUES(3,1,2,'guide_blank_form','seal','observed','"works"',NULL,'[{"file":"","note":"","quote":"办理地点：无","screenshot":"","snapshot":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://qinghe.portal.test:8000/guide/1"}]','','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.108610+00:00');
INSERT INTO "observations" VALUES(4,1,2,'guide_logic','seal','observed','{"applicable":["W03","W05","W07","W12","W13"],"failed":["W05","W12"]}',NULL,'[{"file":"","note":"","quote":"办理地点：无","screenshot":"","snapshot":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://qinghe.portal.test:8000/guide/1"}]','','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.108631+00:00');
INSERT INTO "observations" VALUES(5,1,2,'proc_trips','seal','observed','{"declared":0,"derived":2,"used":2}',NULL,'[{"file":"","note":"","quote":"办理地点：无","screenshot":"","snapshot":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://qinghe.portal.test:8000/guide/1"}]','','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.108651+00:00');
INSERT INTO "observations" VALUES(6,1,2,'proc_trips','registration','observed','{"declared":0,"derived":0,"used":0}',NULL,'[{"file":"","note":"","quote":"办理地点：无","screenshot":"","snapshot":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://qinghe.portal.test:8000/guide/1"}]','','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.108668+00:00');
INSERT INTO "observations" VALUES(7,2,3,'tech_load','','observed','3.0',NULL,'[{"file":"","note":"","quote":"办理地点：无","screenshot":"","snapshot":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","url":"http://qinghe.portal.test:8000/guide/1"}]','','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.111073+00:00');
INSERT INTO "observations" VALUES(8,3,4,'tech_load','','blocked','null',NULL,'[]','captcha','shopper','2026-03-02T09:30:00+08:00','2026-11-28T12:55:08.113072+00:00');
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	started TEXT NOT NULL, 
	workers INTEGER NOT NULL, 
	visits INTEGER NOT NULL, 
	wall_s FLOAT NOT NULL, 
	cpu_s FLOAT, 
	peak_mb FLOAT, 
	PRIMARY KEY (id)
);
CREATE TABLE states (
	id INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	at TEXT NOT NULL, 
	plan_hash TEXT NOT NULL, 
	instrument TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (state)
);
INSERT INTO "states" VALUES(1,'planned','2026-03-02T09:00:00+00:00','264b0f14ee759c60df794bee714a53ed10400b39c8a956058975668904fb36c4','');
INSERT INTO "states" VALUES(2,'open','2026-03-02T09:00:00+00:00','264b0f14ee759c60df794bee714a53ed10400b39c8a956058975668904fb36c4','first');
INSERT INTO "states" VALUES(3,'closed','2026-03-02T09:00:00+00:00','264b0f14ee759c60df794bee714a53ed10400b39c8a956058975668904fb36c4','first');
CREATE TABLE steps (
	attempt INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	ok BOOLEAN NOT NULL, 
	reason TEXT NOT NULL, 
	url TEXT NOT NULL, 
	clicks INTEGER NOT NULL, 
	screenshot TEXT NOT NULL, 
	snapshot TEXT NOT NULL, 
	seconds FLOAT NOT NULL, 
	searches TEXT DEFAULT '[]' NOT NULL, 
	PRIMARY KEY (attempt, position), 
	FOREIGN KEY(attempt) REFERENCES attempts (id)
);
INSERT INTO "steps" VALUES(2,0,'open the home page',1,'','',1,'','',0.0,'[]');
INSERT INTO "steps" VALUES(3,0,'open the home page',1,'','',1,'','',0.0,'[]');
INSERT INTO "steps" VALUES(4,0,'open the home page',1,'','',1,'','',0.0,'[]');
CREATE TABLE visits (
	id INTEGER NOT NULL, 
	city TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	scenario TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (city, channel, scenario), 
	FOREIGN KEY(city) REFERENCES cities (id)
);
INSERT INTO "visits" VALUES(1,'qinghe','portal','business_startup');
INSERT INTO "visits" VALUES(2,'linhai','portal','business_startup');
INSERT INTO "visits" VALUES(3,'yunshan','portal','business_startup');
CREATE TRIGGER meta_no_update BEFORE UPDATE ON meta BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER meta_no_delete BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER states_no_update BEFORE UPDATE ON states BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER states_no_delete BEFORE DELETE ON states BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER deviations_no_update BEFORE UPDATE ON deviations BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER deviations_no_delete BEFORE DELETE ON deviations BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER cities_no_update BEFORE UPDATE ON cities BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER cities_no_delete BEFORE DELETE ON cities BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER runs_no_update BEFORE UPDATE ON runs BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER runs_no_delete BEFORE DELETE ON runs BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER visits_no_update BEFORE UPDATE ON visits BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER visits_no_delete BEFORE DELETE ON visits BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER attempts_no_update BEFORE UPDATE ON attempts BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER attempts_no_delete BEFORE DELETE ON attempts BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER steps_no_update BEFORE UPDATE ON steps BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER steps_no_delete BEFORE DELETE ON steps BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE INDEX ix_observations_attempt ON observations (attempt);
CREATE TRIGGER observations_no_update BEFORE UPDATE ON observations BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
CREATE TRIGGER observations_no_delete BEFORE DELETE ON observations BEGIN SELECT RAISE(ABORT, 'the store of a round is append-only'); END;
COMMIT;
