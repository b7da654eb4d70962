CREATE FUNCTION audit_entry_stays() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'the audit list is added to and never changed';
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE OR DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();

CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
