"""hongtou: a drafting system for the annual work-plan notices (工作要点) of governments."""
