CREATE TRIGGER audit_entry_is_not_changed BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit list is added to and never changed');
END;

CREATE TRIGGER audit_entry_is_not_removed BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit list is added to and never changed');
END;

-- INSERT OR REPLACE removes without asking the trigger above.
CREATE TRIGGER audit_entry_is_not_replaced BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry WHERE number = NEW.number OR about > 0 AND about = NEW.about)
BEGIN
    SELECT RAISE(ABORT, 'the audit list is added to and never changed');
END;
