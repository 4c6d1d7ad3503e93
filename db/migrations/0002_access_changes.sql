-- Whoever is in a live document is looked at again when a right may have changed. A trigger, because
-- it must not depend on who changes it: a use case, another process, or an administrator in psql.
CREATE FUNCTION notify_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) ->> TG_ARGV[1] END;
  after text := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) ->> TG_ARGV[1] END;
BEGIN
  -- The same notice twice in one transaction is sent once.
  PERFORM pg_notify('access_changed', TG_ARGV[0] || ':' || id) FROM unnest(ARRAY[before, after]) AS id
    WHERE id IS NOT NULL;
  RETURN NULL;
END
$$;--> statement-breakpoint
CREATE TRIGGER sessions_access AFTER DELETE ON "sessions"
  FOR EACH ROW EXECUTE FUNCTION notify_access_changed('session', 'id');--> statement-breakpoint
CREATE TRIGGER people_access AFTER UPDATE OF deactivated_at, password_hash ON "people"
  FOR EACH ROW EXECUTE FUNCTION notify_access_changed('person', 'id');--> statement-breakpoint
CREATE TRIGGER memberships_access AFTER INSERT OR UPDATE OR DELETE ON "memberships"
  FOR EACH ROW EXECUTE FUNCTION notify_access_changed('person', 'person_id');--> statement-breakpoint
CREATE TRIGGER assignment_holders_access AFTER INSERT OR UPDATE OR DELETE ON "assignment_holders"
  FOR EACH ROW EXECUTE FUNCTION notify_access_changed('assignment', 'assignment_id');--> statement-breakpoint
CREATE TRIGGER assignment_invitations_access AFTER INSERT OR UPDATE OR DELETE ON "assignment_invitations"
  FOR EACH ROW EXECUTE FUNCTION notify_access_changed('assignment', 'assignment_id');
