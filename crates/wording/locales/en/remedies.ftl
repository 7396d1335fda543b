### What would help, as a request to the person who was told "no".

wait_until = Try again: { $at }.
join_waiting_list = Join the waiting list.
other_shift = Choose another shift.
give_back = Withdraw from that shift or choose a different one from this.
hand_in_text = { $paper ->
    [clearance] Bring the coordinator your criminal-record certificate and statements, so that they can clear you to work with children.
    [register] Ask the coordinator for a check in the register (RSPTS).
    [certificate] Bring the coordinator your criminal-record certificate from the KRK.
    [statements] Sign the statement of countries of residence at the coordinator’s.
    [standards] Read the standards for the protection of minors and confirm that you know them.
    [agreement] Sign the agreement with the centre at the coordinator’s.
    [written-agreement] Sign a written agreement at the coordinator’s.
    [insurance] Ask the coordinator for accident insurance.
    [consent] Bring the coordinator the consent of a parent or guardian.
   *[qualification] Show the coordinator a document of your qualifications.
}
ask_staff = Ask the coordinator.
say_why = Write the reason.
