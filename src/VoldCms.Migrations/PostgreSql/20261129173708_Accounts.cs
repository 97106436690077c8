using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VoldCms.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The accounts of each tenant become the installation's, each with a membership of its tenant.
            migrationBuilder.DropPrimaryKey(
                name: "pk_accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_tenant_id_user_name_folded",
                table: "accounts");

            migrationBuilder.RenameTable(
                name: "accounts",
                newName: "accounts_of_tenants");

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    account_id = table.Column<string>(type: "text", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    user_name_folded = table.Column<string>(type: "text", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    email_folded = table.Column<string>(type: "text", nullable: false),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    culture = table.Column<string>(type: "text", nullable: false),
                    code_secret = table.Column<string>(type: "text", nullable: false),
                    code_step = table.Column<long>(type: "bigint", nullable: false),
                    recovery_hashes = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.account_id);
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<string>(type: "text", nullable: false),
                    role_names = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<long>(type: "bigint", nullable: false),
                    accepted_utc = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.tenant_id, x.account_id });
                });

            migrationBuilder.CreateTable(
                name: "secret_links",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    link_id = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    data = table.Column<string>(type: "text", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<long>(type: "bigint", nullable: false),
                    expires_utc = table.Column<long>(type: "bigint", nullable: false),
                    used_utc = table.Column<long>(type: "bigint", nullable: true),
                    revoked_utc = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_secret_links", x => new { x.tenant_id, x.link_id });
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    session_id = table.Column<string>(type: "text", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    account_id = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    device = table.Column<string>(type: "text", nullable: false),
                    created_utc = table.Column<long>(type: "bigint", nullable: false),
                    seen_utc = table.Column<long>(type: "bigint", nullable: false),
                    proved_utc = table.Column<long>(type: "bigint", nullable: false),
                    expires_utc = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.session_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_email_folded",
                table: "accounts",
                column: "email_folded");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_user_name_folded",
                table: "accounts",
                column: "user_name_folded");

            migrationBuilder.CreateIndex(
                name: "ix_memberships_account_id",
                table: "memberships",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_secret_links_secret_hash",
                table: "secret_links",
                column: "secret_hash");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_account_id",
                table: "sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_secret_hash",
                table: "sessions",
                column: "secret_hash",
                unique: true);

            // Of several accounts with one id, which recipes can bring, that of the oldest tenant keeps it. Equal names stay.
            const string AccountId = """
                CASE WHEN EXISTS
                    (SELECT 1 FROM accounts_of_tenants other WHERE other.user_id = own.user_id AND other.tenant_id < own.tenant_id)
                THEN own.user_id || '-' || own.tenant_id ELSE own.user_id END
                """;
            migrationBuilder.Sql($"""
                INSERT INTO accounts (account_id, user_name, user_name_folded, display_name, email, email_folded, email_confirmed,
                    password_hash, security_stamp, is_enabled, culture, code_secret, code_step, recovery_hashes, created_utc)
                SELECT {AccountId}, user_name, user_name_folded, '', email, UPPER(email), email_confirmed,
                    password_hash, security_stamp, is_enabled, '', '', 0, '', 0
                FROM accounts_of_tenants own
                """);
            migrationBuilder.Sql($"""
                INSERT INTO memberships (tenant_id, account_id, role_names, created_utc, accepted_utc)
                SELECT tenant_id, {AccountId}, role_names, 0, 0 FROM accounts_of_tenants own
                """);
            migrationBuilder.DropTable(
                name: "accounts_of_tenants");

            // History names a person by id alone: the name is looked up when somebody reads it.
            migrationBuilder.Sql("UPDATE audit_events SET principal_name = principal_id WHERE principal_kind = 2");
            migrationBuilder.Sql("""
                UPDATE audit_events SET note = SUBSTR(note, POSITION(' (' IN note) + 2, LENGTH(note) - POSITION(' (' IN note) - 2)
                WHERE action IN ('CreateUser', 'ImportUser') AND note LIKE '% (%)'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "memberships");

            migrationBuilder.DropTable(
                name: "secret_links");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    tenant_id = table.Column<int>(type: "integer", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    user_name_folded = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: false),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    is_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    phone_number = table.Column<string>(type: "text", nullable: false),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    is_lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false),
                    role_names = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => new { x.tenant_id, x.user_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_tenant_id_user_name_folded",
                table: "accounts",
                columns: new[] { "tenant_id", "user_name_folded" },
                unique: true);
        }
    }
}
