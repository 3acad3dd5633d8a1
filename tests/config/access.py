"""Who may open what: one line for every address of ours. A new address without a line here fails a test.

public   anybody. What it shows depends on nobody
holder   anybody, but it shows only what this browser's own journey, or the link they were sent, opens
signing  anybody: the way in and out
account  whoever has signed in, of themselves
own      whoever has signed in or proven themselves, of their own applications and documents; officers of their cases
officer  officers with a second factor; which cases, teams and moves is the view's own matter
editor   officers who may edit the website, with a second factor
admin    administrators, with a second factor
"""

RULES = {
    "public": """
        home search contact accessibility privacy cookies robots sitemap picture authority-stylesheet
        alliance:find alliance:support alliance:api alliance:api_openapi alliance:api_services alliance:api_service
        alliance:api_organizations alliance:api_organization alliance:api_places alliance:api_place
        alliance:api_taxonomies alliance:api_taxonomy alliance:api_terms alliance:api_term
        learning:public learning:book learning:booked referrals:refer referrals:asked
        services service service-privacy service-schema gazetteer:find_address pay:webhook
        strategy:strategy strategy:workstream data film:film film:captions
        figures:measures figures:measures_csv figures:measures_json
        figures:measure figures:measure_csv figures:measure_json
        declaration:declaration declaration:statement declaration:standard
        feedback:replies feedback:replies_json
        news:posts news:post news:rss news:atom news:subscribe
        performance:service performance:service_csv performance:service_json performance:rollout
        performance:services performance:services_csv performance:services_json api:performance api:services_performance
        api:openapi-json api:api-root api:programme api:all_workstreams api:one_workstream
        api:all_measures api:one_measure api:readings
        wagtail_serve wagtaildocs_serve wagtaildocs_authenticate_with_password
    """,
    "holder": """
        news:confirm news:unsubscribe devices:sign
        apply apply-page apply-check apply-send apply-sent apply-save apply-resume apply-start-again apply-come-back
        apply-tasks apply-opinion apply-entry-page apply-remove apply-renew apply-confirm apply-entry-confirm
        resident:find resident:code resident:close pay:order pay:back apply-copy apply-paper apply-choices
    """,
    "signing": """
        account_request_login_code account_confirm_login_code account_inactive account_login account_logout
        account_reset_password account_confirm_password_reset_code account_complete_password_reset
        account_password_reset_completed mfa_authenticate
    """,
    "account": """
        alliance:own alliance:partner alliance:describe alliance:add_site alliance:add_champion alliance:add_support
        alliance:change_support alliance:assure alliance:hours referrals:own referrals:referral referrals:step
        learning:work learning:plan learning:session learning:add learning:register learning:person learning:check
        inclusion:person inclusion:has devices:allotment
        you you_details you_email you_email_code mfa_index mfa_activate_totp mfa_deactivate_totp mfa_reauthenticate
        mfa_view_recovery_codes mfa_generate_recovery_codes account_reauthenticate
    """,
    "own": """
        documents:download resident:mine resident:carry_on resident:case resident:paper resident:write resident:move
    """,
    "officer": """
        team team_join team_role team_move team_leave team_absence team_back apply-for-somebody
        work-services service-errors service-answers
        preview preview-privacy preview-check preview-send preview-sent preview-start-again preview-tasks
        preview-page preview-choices preview-remove preview-entry-page
        measuring:services measuring:figures measuring:csv measuring:json
        casework:mine casework:cases casework:unassigned casework:late casework:find
        casework:mine_csv casework:cases_csv casework:unassigned_csv casework:late_csv casework:find_csv
        casework:payments casework:payment_file casework:payment_download
        casework:deliveries casework:delivery_again casework:bookings
        casework:assign casework:messages casework:retry casework:case casework:answers casework:task casework:bank
        casework:move casework:note casework:ask casework:pass casework:transfer casework:priority casework:restrict
        casework:reopen casework:document casework:link casework:merge casework:warn casework:end_warning
        casework:refund
        workstreams:mine workstreams:begin workstreams:work workstreams:status workstreams:update workstreams:plan
        workstreams:reword workstreams:leads workstreams:forecast workstreams:reach
        skills:own skills:answer skills:list_me skills:taken skills:forget skills:champions skills:seen skills:course
        skills:team
        devices:counter devices:queue devices:rank devices:loans devices:parts devices:stock devices:add devices:import
        devices:labels devices:takes devices:take devices:donations devices:donation_offer devices:donation devices:data
        devices:data_add devices:data_issue devices:data_top_up devices:figures devices:figures_csv devices:device
        devices:begin devices:show devices:act
        alliance:work alliance:join alliance:champions alliance:champion referrals:work referrals:calls referrals:call
        referrals:ring_back inclusion:line
        declaration:work declaration:evidence declaration:withdraw declaration:project declaration:status
        declaration:sign declaration:assess
        feedback:work feedback:take_down
        performance:costs performance:cost performance:elsewhere performance:stages performance:stage
        figures:work figures:publish_counted figures:publish_typed figures:type_in figures:revise
    """,
}
RULE_OF = {name: rule for rule, names in RULES.items() for name in names.split()}
WHOLE = {"editor/": "editor", "admin/": "admin"}  # Wagtail's and Django's own, which we guard as one


def rule(name: str, path: str) -> str | None:
    """The rule for an address, by its name, or by where it is."""
    return next((rule for start, rule in WHOLE.items() if path.startswith(start)), RULE_OF.get(name))
